using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;

namespace MoE.Specification;

/// <summary>Names of generated files: readable, the same in every build, and one for each type of a compilation.</summary>
internal static class HintNames
{
    // The names in a namespace or type that differ by case alone, looked for once for all models there; they live as long as their compilation.
    private static readonly ConditionalWeakTable<INamespaceOrTypeSymbol, ILookup<string, string>> Known = new();

    private static readonly ILookup<string, string> None = Enumerable.Empty<string>().ToLookup(name => name);

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
        if (outer is not null && Known.GetValue(outer, static place => Alike(place)) is { Count: > 0 } alike)
            foreach (string other in alike[own])
                capitals += string.CompareOrdinal(other, own) < 0 ? 1 : 0;
        if (capitals > 0)
            name.Append('-').Append('-').Append(capitals);
    }

    private static ILookup<string, string> Alike(INamespaceOrTypeSymbol place)
    {
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        HashSet<string> twice = new(StringComparer.OrdinalIgnoreCase);
        foreach (ISymbol member in place.GetMembers())
            if (member is INamespaceOrTypeSymbol && !seen.Add(member.MetadataName))
                twice.Add(member.MetadataName);
        return twice.Count == 0 ? None : place.GetMembers().OfType<INamespaceOrTypeSymbol>().Select(member => member.MetadataName)
            .Where(twice.Contains)
            .ToLookup(name => name, StringComparer.OrdinalIgnoreCase);
    }
}
