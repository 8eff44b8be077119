using Microsoft.CodeAnalysis.CSharp;

namespace MoE.Specification;

/// <summary>Names as C# source writes them.</summary>
public static class Identifier
{
    /// <summary>The name, with @ where C# would read a keyword.</summary>
    public static string Escape(string name) => IsKeyword(name) ? "@" + name : name;

    // The oldest compiler that runs this does not know C# 14's "extension".
    internal static bool IsKeyword(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None
        || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
        || name == "extension";
}
