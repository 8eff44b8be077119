using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;

namespace MoE.Specification;

/// <summary>A width or a count, at least one.</summary>
/// <param name="name">Its name.</param>
/// <param name="fallback">Its default.</param>
/// <param name="mayBeLeftOut">Whether 0 means left out, which is for another rule to judge.</param>
public sealed class SizeArgument(string name, int fallback, bool mayBeLeftOut = false) : Argument(name, fallback, RuleIds.SizeBelowOne)
{
    public override string Kind => mayBeLeftOut ? "size, at least 1, or 0: left out" : "size, at least 1";

    internal override bool IsRight(object? value) => value is int size && (size >= 1 || (size == 0 && mayBeLeftOut));

    internal override IEnumerable<Finding> Faults(object? value, FindingPlace place) => [TooSmall((int)value!, place)];

    internal static Finding TooSmall(int size, FindingPlace place) =>
        new(RuleIds.SizeBelowOne, place, ImmutableArray.Create(place.Argument!, size.ToString(CultureInfo.InvariantCulture)));

    private protected override object? Convert(object? constant) => constant is int value ? value : Default;
}
