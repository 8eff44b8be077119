using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace MoE.Specification;

/// <summary>Reads another model that an attribute names as an expert, from source or metadata alike: from its attributes.</summary>
internal static class NestedModelParser
{
    /// <summary>Null where the type is no model.</summary>
    public static NestedExpertSpec? Parse(AttributeData attribute, INamedTypeSymbol model)
    {
        if (Nested(attribute) is not { } type)
            return null;
        // A cycle anywhere below would never be read to its end.
        string? cycle = Cycle(type, [model]);
        return new NestedExpertSpec(
            Count: 1, Name: null, type.ToDisplayString(), cycle is null ? ModelParser.Parse(type, CancellationToken.None) : null, cycle);
    }

    private static INamedTypeSymbol? Nested(AttributeData attribute) =>
        attribute.AttributeClass is { TypeArguments.Length: 1 } generic
        && generic.TypeArguments[0] is INamedTypeSymbol { TypeKind: TypeKind.Class } type && AttributeNames.MarkModel(type)
            ? type
            : null;

    /// <summary>"A -> B -> A" where a model below leads back to one above it.</summary>
    private static string? Cycle(INamedTypeSymbol type, List<INamedTypeSymbol> above)
    {
        int start = above.FindIndex(outer => SymbolEqualityComparer.Default.Equals(outer, type));
        if (start >= 0)
            return string.Join(" -> ", above.Skip(start).Append(type).Select(part => part.Name));
        above.Add(type);
        foreach (AttributeData attribute in type.GetAttributes())
            if (AttributeVocabulary.Of(attribute.AttributeClass) == ExpertTypeArgument.Table && Nested(attribute) is { } below && Cycle(below, above) is { } cycle)
                return cycle;
        above.RemoveAt(above.Count - 1);
        return null;
    }
}
