using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace MoE.Analyzers.Tests.Mutations;

/// <summary>Edits at the nodes of one kind; a source without any stays as it is.</summary>
internal static class Spans
{
    public static IEnumerable<T> Of<T>(string source) where T : SyntaxNode =>
        CSharpSyntaxTree.ParseText(source, TestCompilation.ParseOptions).GetRoot().DescendantNodes().OfType<T>();

    /// <summary>One of the spans, with another text in its place.</summary>
    public static Gen<string> Replace(string source, IEnumerable<TextSpan> spans, params string[] texts) =>
        spans.ToArray() is { Length: > 0 } places
            ? Gen.Elements(places).Zip(Gen.Elements(texts)).Select(pair => source[..pair.Item1.Start] + pair.Item2 + source[pair.Item1.End..])
            : Gen.Constant(source);

    /// <summary>A text at one of the positions.</summary>
    public static Gen<string> Insert(string source, IEnumerable<int> positions, params string[] texts) =>
        Replace(source, positions.Select(position => new TextSpan(position, 0)), texts);
}
