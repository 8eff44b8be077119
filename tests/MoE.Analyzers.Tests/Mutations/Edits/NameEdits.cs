using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using MoE.Specification;

namespace MoE.Analyzers.Tests.Mutations;

/// <summary>Identifiers that are keywords, of other languages, spelled in other ways, or taken; everywhere or in one place.</summary>
internal static class NameEdits
{
    private static readonly string[] Names =
    [
        "@class", "@int", "@partial", "@record", "@field", "@extension", "@file", "@required", "@scoped", "@var", "@dynamic", "@await", "@nameof", "@global", "@__arglist", "_", "__", "Größe", "日本", "имя", "א", "\\u0041bc", "\\U00000041bc", "A\u200dB", "e\u0301", "ſ", "İ", "ı", "K",
        "Model", "model", "MODEL", "Expert", "TopK", "MoE", "System", "Create", "_mixture", "Fit", "value__", "Equals", "GetHashCode", "Finalize", "MemberwiseClone", "Item", "get_Parameters", "Training", "Attribute", "FeedForwardExpert", "Kind", "Nested", "T", "int32", "String", "Object",
        .. GeneratedMembers.OfTraining,
    ];

    public static Gen<string> Of(string source)
    {
        SyntaxToken[] identifiers = [.. SyntaxFactory.ParseTokens(source).Where(token => token.IsKind(SyntaxKind.IdentifierToken))];
        Gen<string> one = Spans.Replace(source, identifiers.Select(token => token.Span), Names);
        return identifiers.Length == 0 ? one : Gen.OneOf(one, Gen.Elements(identifiers).Zip(Gen.Elements(Names)).Select(pair => Everywhere(source, identifiers, pair.Item1.Text, pair.Item2)));
    }

    private static string Everywhere(string source, IEnumerable<SyntaxToken> identifiers, string old, string name) =>
        identifiers.Where(token => token.Text == old).OrderByDescending(token => token.SpanStart)
            .Aggregate(source, (text, token) => text[..token.Span.Start] + name + text[token.Span.End..]);
}
