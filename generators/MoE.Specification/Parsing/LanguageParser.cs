using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MoE.Specification;

/// <summary>Reads which C# a class is compiled as.</summary>
internal static class LanguageParser
{
    // Collection expressions; what MoE.dll is built for, .NET 9, comes with 13.
    private const LanguageVersion Oldest = LanguageVersion.CSharp12;

    /// <summary>The oldest C# that the generated part compiles as.</summary>
    public static string OldestName => Oldest.ToDisplayString();

    /// <summary>The version, where it is too old for the generated part.</summary>
    public static string? TooOld(INamedTypeSymbol model)
    {
        foreach (SyntaxReference declaration in model.DeclaringSyntaxReferences)
            if (declaration.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: < Oldest and var version })
                return version.ToDisplayString();
        return null;
    }
}
