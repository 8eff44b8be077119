using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests.Matrix;

/// <summary>The user has the last word on every rule: by .editorconfig, and by #pragma.</summary>
public sealed class SeverityTests
{
    [Theory]
    [InlineData("warning", DiagnosticSeverity.Warning)]
    [InlineData("error", DiagnosticSeverity.Error)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    [InlineData("silent", DiagnosticSeverity.Hidden)]
    public async Task AnEditorConfigSetsTheSeverity(string written, DiagnosticSeverity severity)
    {
        PlacedPrograms programs = Under(written);
        ImmutableArray<Diagnostic> found = await programs.Found();
        found.Select(programs.Show).ShouldBe(programs.Expected, ignoreOrder: true);
        found.ShouldAllBe(diagnostic => diagnostic.Severity == severity);
    }

    [Fact]
    public async Task AnEditorConfigTurnsRulesOff() => (await Under("none").Found()).ShouldBeEmpty();

    [Fact]
    public async Task APragmaTurnsARuleOff()
    {
        PlacedPrograms programs = new((program, index) => $"#pragma warning disable {Markup.Parse(program).Marks[0].Id}\n{PlacedPrograms.Named(program, index)}\n");
        (await programs.Found()).ShouldBeEmpty();
    }

    private static PlacedPrograms Under(string severity) => new(
        PlacedPrograms.Named,
        TestCompilation.Options.WithSyntaxTreeOptionsProvider(new EditorConfig(
            "root = true\n[*.cs]\n" + string.Concat(AllRules.Descriptors.Select(rule => $"dotnet_diagnostic.{rule.Id}.severity = {severity}\n")))));

    private sealed class EditorConfig(string text) : SyntaxTreeOptionsProvider
    {
        private readonly AnalyzerConfigSet _set = AnalyzerConfigSet.Create(new List<AnalyzerConfig> { AnalyzerConfig.Parse(text, "/.editorconfig") });

        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string id, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            _set.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(id, out severity);

        public override bool TryGetGlobalDiagnosticValue(string id, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = default;
            return false;
        }
    }
}
