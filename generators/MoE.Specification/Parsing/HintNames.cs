using System;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;

namespace MoE.Specification;

/// <summary>Names of generated files: readable, the same in every build, and one for each type of a compilation.</summary>
internal static class HintNames
{
    /// <summary>The full metadata name, in characters that a hint name may have.</summary>
    public static string Of(INamedTypeSymbol type)
    {
        StringBuilder name = new();
        Append(name, type);
        return name.Replace('`', '-').Replace('<', '-').Replace('>', '-').ToString();
    }

    private static void Append(StringBuilder name, INamespaceOrTypeSymbol symbol)
    {
        INamespaceOrTypeSymbol? outer = (INamespaceOrTypeSymbol?)symbol.ContainingType ?? symbol.ContainingNamespace;
        if (outer is null or INamespaceSymbol { IsGlobalNamespace: true })
        {
            name.Append(symbol.MetadataName);
        }
        else
        {
            Append(name, outer);
            name.Append('.').Append(symbol.MetadataName);
        }

        // The compiler compares hint names without regard to case, the language does not.
        int capitals = outer is null ? 0 : outer.GetMembers().Count(other => ComesBeforeInCapitals(other, symbol));
        if (capitals > 0)
            name.Append('-').Append('-').Append(capitals);
    }

    private static bool ComesBeforeInCapitals(ISymbol other, INamespaceOrTypeSymbol symbol) =>
        other is INamespaceOrTypeSymbol
        && string.Equals(other.MetadataName, symbol.MetadataName, StringComparison.OrdinalIgnoreCase)
        && string.CompareOrdinal(other.MetadataName, symbol.MetadataName) < 0;
}
