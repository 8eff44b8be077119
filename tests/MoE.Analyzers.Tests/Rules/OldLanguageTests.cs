using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using MoE.Generators;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class OldLanguageTests
{
    private const string Source = """
        using MoE;
        public enum Side { Left, Right }
        public static partial class Outer
        {
            [MixtureOfExperts(4, TopK = 2)]
            [FeedForwardExpert(8, Name = "One"), GatedExpert(8, Name = "Two"), RandomForestExpert(3, Name = "Three")]
            [Classifier<Side>, Training]
            public partial class Model { }
        }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp11, "11.0")]
    [InlineData(LanguageVersion.CSharp9, "9.0")]
    public async Task Triggers(LanguageVersion version, string name)
    {
        CSharpCompilation compilation = Compile(version);
        Diagnostic found = (await AllRules.DiagnoseAsync(compilation)).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ShouldHaveSingleItem();
        found.Id.ShouldBe("MOE0009");
        found.GetMessage(CultureInfo.InvariantCulture).ShouldBe($"'Model' is compiled as C# {name}, but what is generated for it needs C# 12.0 or later: remove <LangVersion> from the project, or raise it");
        Source.Substring(found.Location.SourceSpan.Start, found.Location.SourceSpan.Length).ShouldBe("Model");
        Run(version, compilation).Results.Single().GeneratedSources.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.Latest)]
    [InlineData(LanguageVersion.Preview)]
    public async Task WhatIsEmittedCompiles(LanguageVersion version)
    {
        CSharpCompilation compilation = Compile(version);
        (await AllRules.DiagnoseAsync(compilation)).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        Run(version, compilation, out Compilation output);
        output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).ShouldBeEmpty();
    }

    private static CSharpCompilation Compile(LanguageVersion version) => CSharpCompilation.Create(
        "Test", [CSharpSyntaxTree.ParseText(Source, new CSharpParseOptions(version), "Model.cs")], TestCompilation.References, TestCompilation.Options);

    private static GeneratorDriverRunResult Run(LanguageVersion version, CSharpCompilation compilation) => Run(version, compilation, out _);

    private static GeneratorDriverRunResult Run(LanguageVersion version, CSharpCompilation compilation, out Compilation output) =>
        CSharpGeneratorDriver.Create([new ModelGenerator().AsSourceGenerator()], parseOptions: new CSharpParseOptions(version))
            .RunGeneratorsAndUpdateCompilation(compilation, out output, out ImmutableArray<Diagnostic> _)
            .GetRunResult();
}
