using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class InternalErrorTests
{
    private const string Source = "[MixtureOfExperts(4, 2), FeedForwardExpert] partial class Model; class NoModel;";

    [Fact]
    public async Task TriggersOnAFaultInTheChecks()
    {
        ImmutableArray<Diagnostic> found = await Diagnose(new InternalErrorRule((_, _) =>
            ModelAnalysis.Run(() => throw new InvalidOperationException("planted"))));
        Diagnostic diagnostic = found.ShouldHaveSingleItem();
        diagnostic.Id.ShouldBe("MOE0999");
        diagnostic.Location.SourceSpan.Start.ShouldBe(Source.IndexOf("Model;", StringComparison.Ordinal));
        diagnostic.GetMessage(CultureInfo.InvariantCulture).ShouldBe(
            "MoE.Gen failed on 'Model', which is a fault of MoE.Gen; please report it: InvalidOperationException: planted");
    }

    [Fact]
    public Task TriggersOnAFaultInTheGenerator() => MoE.Analyzers.Tests.Diagnose.Finds(
        "[MixtureOfExperts(4, 2), FeedForwardExpert(3, Count = 2)] partial class {|MOE0999:Model|};",
        [],
        [("Model.g.cs", "[System.CodeDom.Compiler.GeneratedCode(\"MoE.Gen\", \"failed: InvalidOperationException: planted\")] partial class Model;")],
        "MoE.Gen failed on 'Model', which is a fault of MoE.Gen; please report it: InvalidOperationException: planted");

    [Fact]
    public async Task DoesNotTrigger() => (await Diagnose(new InternalErrorRule())).ShouldBeEmpty();

    [Fact]
    public void CancellationIsNoFault() => Should.Throw<OperationCanceledException>(
        () => ModelAnalysis.Run(() => throw new OperationCanceledException()));

    private static Task<ImmutableArray<Diagnostic>> Diagnose(DiagnosticAnalyzer rule)
    {
        CSharpCompilation compilation = TestCompilation.Create(Source);
        return compilation.WithAnalyzers([rule]).GetAnalyzerDiagnosticsAsync();
    }
}
