using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace MoE.Specification;

/// <summary>Any number of widths, each at least one.</summary>
public sealed class SizesArgument(string name) : Argument(name, default(EquatableArray<int>), RuleIds.SizeBelowOne)
{
    public override string Kind => "sizes, each at least 1";

    internal override object? Read(in WrittenArguments written, INamedTypeSymbol model) =>
        written.Find(Name) is { Kind: TypedConstantKind.Array, IsNull: false } array
            ? Values(array)
            : Default;

    internal override bool IsRight(object? value)
    {
        foreach (int size in (EquatableArray<int>)value!)
            if (size < 1)
                return false;
        return true;
    }

    internal override IEnumerable<Finding> Faults(object? value, FindingPlace place) => ((EquatableArray<int>)value!)
        .Select((size, index) => (size, place: place with { Element = index }))
        .Where(element => element.size < 1)
        .Select(element => SizeArgument.TooSmall(element.size, element.place));

    private static EquatableArray<int> Values(TypedConstant array)
    {
        ImmutableArray<int>.Builder values = ImmutableArray.CreateBuilder<int>(array.Values.Length);
        foreach (TypedConstant element in array.Values)
            values.Add(element.Value is int value ? value : 0);
        return values.MoveToImmutable();
    }
}
