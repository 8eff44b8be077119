using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;

namespace MoE.Generators.Tests;

/// <summary>A run of the generator over sources.</summary>
internal sealed class Generation
{
    private readonly GeneratorDriver _driver;
    private readonly Compilation _output;

    private Generation(GeneratorDriver driver, Compilation compilation)
    {
        _driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out _output, out ImmutableArray<Diagnostic> diagnostics);
        diagnostics.ShouldBeEmpty();
        Result = _driver.GetRunResult().Results.Single();
        Result.Exception.ShouldBeNull();
    }

    public GeneratorRunResult Result { get; }

    /// <summary>What the step that reads the declarations gave.</summary>
    public ImmutableArray<IncrementalGeneratorRunStep> ParseSteps =>
        Result.TrackedSteps.TryGetValue(StepNames.Parse, out ImmutableArray<IncrementalGeneratorRunStep> steps) ? steps : [];

    public static Generation Of(params string[] sources) => Of(TestCompilation.Create(sources));

    public static Generation Of(Compilation compilation) => Of(compilation, new ModelGenerator());

    public static Generation Of(Compilation compilation, ModelGenerator generator) => new(
        CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            parseOptions: TestCompilation.ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)),
        compilation);

    /// <summary>Runs again after an edit, on what this run has cached.</summary>
    public Generation After(Compilation edited) => new(_driver, edited);

    /// <summary>Errors anywhere, and warnings in what was generated, its own "#pragma warning disable" aside.</summary>
    public string[] Complaints =>
    [
        .. _output.SyntaxTrees.Where(IsGenerated).Aggregate(_output, WithWarnings).GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error
                || (diagnostic.Severity == DiagnosticSeverity.Warning && IsGenerated(diagnostic.Location.SourceTree)))
            .Select(diagnostic => diagnostic.ToString()),
    ];

    /// <summary>What an editor shows over a type's name: the doc comments of all its parts, as the compiler joins them.</summary>
    public XElement Documentation(string type) => XElement.Parse(_output.GetSymbolsWithName(type, SymbolFilter.Type).Single().GetDocumentationCommentXml().ShouldNotBeNull());

    /// <summary>The sources and what was generated for them, ready to run.</summary>
    public Assembly Load()
    {
        using MemoryStream file = new();
        _output.Emit(file).Diagnostics.ShouldNotContain(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        file.Position = 0;
        AssemblyLoadContext context = new("Generated", isCollectible: true);
        context.Resolving += static (context, name) => context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, name.Name + ".dll"));
        return context.LoadFromStream(file);
    }

    private static bool IsGenerated(SyntaxTree? tree) => tree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true;

    private static Compilation WithWarnings(Compilation compilation, SyntaxTree tree) => compilation.ReplaceSyntaxTree(
        tree, TestCompilation.Tree(tree.ToString().Replace("#pragma warning disable", "", StringComparison.Ordinal), tree.FilePath));

    /// <summary>Demands that the models have so many files of their own, shared kernels aside, and all compiles.</summary>
    public Generation ShouldCompile(int files)
    {
        Complaints.ShouldBeEmpty();
        Result.GeneratedSources.Count(source => !source.HintName.EndsWith("-Kernels.g.cs", StringComparison.Ordinal)).ShouldBe(files);
        return this;
    }
}
