using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis.CSharp;

namespace MoE.Analyzers.Tests.Mutations;

/// <summary>Half-typed code: text that stops, tokens that are missing, there twice, elsewhere or others.</summary>
internal static class TokenEdits
{
    private static readonly string[] Strangers =
    [
        "(", ")", "[", "]", "<", ">", "{", "}", ",", ";", "=", ":", "::", ".", "\"", "'", "/*", "//", "@", "$\"{", "\"\"\"", "#if X\n", "#endregion\n", "?", "=>", "..",
        "partial", "class", "struct", "record", "enum", "interface", "namespace N;", "using X = ", "where T : ", "static", "abstract", "file", "new", "void", "int", "0", "null", "\0", "\ud800", "\u200d",
    ];

    public static Gen<string> Of(string source)
    {
        string[] tokens = [.. SyntaxFactory.ParseTokens(source).Select(token => token.ToFullString())];
        Gen<int> any = Gen.Choose(0, tokens.Length - 1);
        return Gen.OneOf(
            Gen.Choose(0, source.Length).Select(length => source[..length]),
            any.Select(at => Join([.. tokens[..at], .. tokens[(at + 1)..]])),
            any.Select(at => Join([.. tokens[..at], tokens[at], .. tokens[at..]])),
            any.Zip(any).Select(pair => Join(Swapped(tokens, pair.Item1, pair.Item2))),
            any.Zip(Gen.Elements(Strangers)).Select(pair => Join([.. tokens[..pair.Item1], pair.Item2, " ", .. tokens[pair.Item1..]])),
            any.Zip(Gen.Elements(Strangers)).Select(pair => Join([.. tokens[..pair.Item1], pair.Item2, " ", .. tokens[(pair.Item1 + 1)..]])));
    }

    private static string Join(IEnumerable<string> tokens) => string.Concat(tokens);

    private static string[] Swapped(string[] tokens, int one, int two)
    {
        string[] swapped = [.. tokens];
        (swapped[one], swapped[two]) = (tokens[two], tokens[one]);
        return swapped;
    }
}
