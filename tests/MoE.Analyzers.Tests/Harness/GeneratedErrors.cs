using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using MoE.Generators;

namespace MoE.Analyzers.Tests;

/// <summary>What is wrong inside generated files: a single such error would silence every analyzer of a build.</summary>
internal static class GeneratedErrors
{
    public static string[] Of(CSharpCompilation compilation) => Of(compilation, new ModelGenerator().AsSourceGenerator());

    public static string[] Of(CSharpCompilation compilation, ISourceGenerator generator) =>
    [
        .. Errors(compilation, generator)
            .Where(error => error.Location.SourceTree is { } tree && !compilation.ContainsSyntaxTree(tree))
            .Select(error => error.ToString()),
    ];

    /// <summary>All errors of the compiler, in the user's files too.</summary>
    public static string[] All(CSharpCompilation compilation) =>
        [.. Errors(compilation, new ModelGenerator().AsSourceGenerator()).Select(error => error.ToString())];

    /// <summary>The generated files, under names that tell them for generated.</summary>
    public static IEnumerable<(string Path, string Source)> FilesOf(CSharpCompilation compilation) =>
        CSharpGeneratorDriver.Create([new ModelGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions)
            .RunGenerators(compilation).GetRunResult().GeneratedTrees.Select((tree, index) => ($"{index}.g.cs", tree.ToString()));

    private static IEnumerable<Diagnostic> Errors(CSharpCompilation compilation, ISourceGenerator generator)
    {
        CSharpGeneratorDriver.Create([generator], parseOptions: TestCompilation.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        return output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
