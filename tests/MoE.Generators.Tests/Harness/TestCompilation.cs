using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MoE.Generators.Tests;

/// <summary>Compiles test sources against MoE.dll and the framework that runs the tests, with every warning on and without unsafe code.</summary>
internal static class TestCompilation
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> s_references = new(() =>
    [
        .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll")
            .Where(path => !Path.GetFileName(path).Contains("Native", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "MoE.dll")),
    ]);

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    private static CSharpCompilationOptions Options { get; } = new(
        OutputKind.DynamicallyLinkedLibrary, warningLevel: 9999, checkOverflow: true, nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>Compiles sources as File0.cs, File1.cs, ...</summary>
    public static CSharpCompilation Create(params string[] sources) => CSharpCompilation.Create(
        "Test", sources.Select((source, index) => Tree(source, $"File{index}.cs")), s_references.Value, Options);

    public static SyntaxTree Tree(string source, string path) => CSharpSyntaxTree.ParseText(source, ParseOptions, path);

    /// <summary>Replaces one of the files.</summary>
    public static Compilation Edit(this Compilation compilation, int file, Func<string, string> edit)
    {
        SyntaxTree tree = compilation.SyntaxTrees.ElementAt(file);
        string text = edit(tree.ToString());
        return compilation.ReplaceSyntaxTree(tree, Tree(text, tree.FilePath));
    }
}
