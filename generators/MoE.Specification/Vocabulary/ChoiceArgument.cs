using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace MoE.Specification;

/// <summary>A member of an enum. A value without a name is kept as written, for its rule to find.</summary>
public sealed class ChoiceArgument<TEnum>(string name, TEnum fallback) : Argument(name, fallback, RuleIds.UndefinedChoice)
    where TEnum : struct, Enum
{
    private static readonly HashSet<TEnum> Members = [.. (TEnum[])Enum.GetValues(typeof(TEnum))];

    public override string Kind => "one of " + string.Join(", ", Enum.GetNames(typeof(TEnum)));

    internal override bool IsRight(object? value) => Members.Contains((TEnum)value!);

    internal override IEnumerable<Finding> Faults(object? value, FindingPlace place) =>
        [new Finding(RuleIds.UndefinedChoice, place, ImmutableArray.Create(Name, ((TEnum)value!).ToString("D"), typeof(TEnum).Name))];

    private protected override object? Convert(object? constant) => constant is int value ? Enum.ToObject(typeof(TEnum), value) : Default;
}
