using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using MoE.Generators;

namespace MoE.Analyzers.Tests;

/// <summary>What is wrong inside generated files: a single such error would silence every analyzer of a build.</summary>
internal static class GeneratedErrors
{
    public static string[] Of(CSharpCompilation compilation) => Of(compilation, new ModelGenerator().AsSourceGenerator());

    public static string[] Of(CSharpCompilation compilation, ISourceGenerator generator)
    {
        CSharpGeneratorDriver.Create([generator], parseOptions: TestCompilation.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        return
        [
            .. output.GetDiagnostics()
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Location.SourceTree is { } tree && !compilation.ContainsSyntaxTree(tree))
                .Select(diagnostic => diagnostic.ToString()),
        ];
    }
}
