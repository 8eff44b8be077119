using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace MoE.Benchmarks.Compiling;

/// <summary>The compiler as a Release build without a documentation file runs it, on one thread.</summary>
internal static class Compiler
{
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest, DocumentationMode.None);

    private static CSharpCompilationOptions Options { get; } = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        nullableContextOptions: NullableContextOptions.Enable,
        concurrentBuild: false,
        deterministic: true);

    // Only the framework's: the specification, which also lies beside this program, holds the library's enums.
    private static ImmutableArray<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Append(typeof(MixtureOfExpertsAttribute).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, ParseOptions, path);

    public static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create("Measured", trees, References, Options);

    /// <summary>Runs a generator for the first time.</summary>
    public static GeneratorDriver Run(IIncrementalGenerator generator, Compilation compilation) =>
        CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: ParseOptions).RunGenerators(compilation);

    /// <summary>Emits the assembly, and gives its bytes.</summary>
    /// <exception cref="InvalidOperationException">There are errors.</exception>
    public static long Emit(Compilation compilation)
    {
        using MemoryStream assembly = new();
        EmitResult result = compilation.Emit(assembly);
        return result.Success ? assembly.Length : throw new InvalidOperationException(
            "The measured project does not compile: " + result.Diagnostics.First(each => each.Severity == DiagnosticSeverity.Error));
    }
}
