using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MoE.Analyzers.Tests;

/// <summary>Compiles test sources against MoE.dll and the framework that runs the tests.</summary>
internal static class TestCompilation
{
    /// <summary>What every test source may take for granted.</summary>
    public const string Prelude = "global using System; global using MoE;";

    private static readonly Lazy<ImmutableArray<MetadataReference>> AllReferences = new(() =>
    [
        .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll")
            .Where(path => !Path.GetFileName(path).Contains("Native", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(LibraryPath),
    ]);

    public static string LibraryPath => Path.Combine(AppContext.BaseDirectory, "MoE.dll");

    public static ImmutableArray<MetadataReference> References => AllReferences.Value;

    public static CSharpCompilationOptions Options { get; } =
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest);

    /// <summary>Compiles one source, as the file Model.cs.</summary>
    public static CSharpCompilation Create(string source) => Create([("Model.cs", source)]);

    /// <summary>Compiles sources under file names; one that ends with .g.cs counts as generated.</summary>
    public static CSharpCompilation Create(IEnumerable<(string Path, string Source)> files) =>
        CSharpCompilation.Create(
            "Test",
            files.Prepend(("Prelude.cs", Prelude))
                .Select(file => CSharpSyntaxTree.ParseText(file.Item2, ParseOptions, file.Item1)),
            References,
            Options);

    public static ImmutableArray<string> ErrorsOf(Compilation compilation) =>
    [
        .. compilation.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => diagnostic.Id)
            .Distinct(),
    ];
}
