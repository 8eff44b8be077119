using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace MoE.Specification;

/// <summary>Any number of widths, each at least one.</summary>
public sealed class SizesArgument(string name) : Argument(name, default(EquatableArray<int>), RuleIds.SizeBelowOne)
{
    public override string Kind => "sizes, each at least 1";

    internal override object? Read(AttributeData attribute, INamedTypeSymbol model) =>
        WrittenArgument.Find(attribute, Name) is { Kind: TypedConstantKind.Array, IsNull: false } array
            ? (EquatableArray<int>)array.Values.Select(element => element.Value is int value ? value : 0).ToImmutableArray()
            : Default;

    internal override IEnumerable<Finding> Check(object? value, FindingPlace place) => ((EquatableArray<int>)value!)
        .Select((size, index) => (size, place: place with { Element = index }))
        .Where(element => element.size < 1)
        .Select(element => SizeArgument.TooSmall(element.size, element.place));
}
