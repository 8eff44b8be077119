using System;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;

namespace MoE.Specification;

/// <summary>Names of generated files: readable, the same in every build, and one for each type of a compilation.</summary>
internal static class HintNames
{
    // All names in a namespace or type, looked through once for all models there; they live as long as their compilation.
    private static readonly ConditionalWeakTable<INamespaceOrTypeSymbol, ILookup<string, string>> Known = new();

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
        string own = symbol.MetadataName;
        if (outer is not (null or INamespaceSymbol { IsGlobalNamespace: true }))
        {
            Append(name, outer);
            name.Append('.');
        }
        name.Append(own);

        // The compiler compares hint names without regard to case, the language does not.
        int capitals = 0;
        if (outer is not null)
            foreach (string other in Known.GetValue(outer, static place => Names(place))[own])
                capitals += string.CompareOrdinal(other, own) < 0 ? 1 : 0;
        if (capitals > 0)
            name.Append('-').Append('-').Append(capitals);
    }

    private static ILookup<string, string> Names(INamespaceOrTypeSymbol place) => place.GetMembers()
        .OfType<INamespaceOrTypeSymbol>()
        .ToLookup(member => member.MetadataName, member => member.MetadataName, StringComparer.OrdinalIgnoreCase);
}
