using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class ModelTooLargeTests
{
    [Theory]
    [InlineData("4096, 4096", "GatedExpert(14336, Count = 64)", "1.2e+10")]
    [InlineData("4, 2", "FeedForwardExpert(8, Count = int.MaxValue)", "2.1e+13")]
    [InlineData("int.MaxValue, 2", "FeedForwardExpert", "2.8e+11")]
    public Task Triggers(string sizes, string expert, string floats) => Diagnose.Finds(
        $"[{{|MOE0302:MixtureOfExperts({sizes})|}}, {expert}] partial class Model;",
        $"'Model' has about {floats} parameters, padding included, but a model holds at most 2^31: declare fewer or narrower experts");

    [Theory]
    [InlineData("Backbone(4096, 32), AttentionMixer(32)", "GatedExpert(14336, Count = 8)", "2.7e+10")]
    [InlineData("Backbone(4096, 64, MixtureEvery = 64), MambaMixer", "FeedForwardExpert(8)", "1.6e+10")]
    [InlineData("Backbone(4096, 16, DenseHidden = 65536), MambaMixer", "FeedForwardExpert(8)", "6.1e+9")]
    [InlineData("Backbone(int.MaxValue, int.MaxValue), AttentionMixer(int.MaxValue, HeadSize = int.MaxValue, RotaryBase = 0)", "FeedForwardExpert", "8.5e+37")]
    [InlineData("Backbone(1, int.MaxValue), MambaMixer", "FeedForwardExpert", "1.1e+14")]
    [InlineData("Backbone(8, 2), MambaMixer(Expand = int.MaxValue, StateSize = int.MaxValue)", "FeedForwardExpert", "2.2e+20")]
    public Task LayersTrigger(string backbone, string expert, string floats) => Diagnose.Finds(
        $"[{{|MOE0302:MixtureOfExperts(4, 2)|}}, {backbone}, {expert}] partial class Model;",
        $"'Model' has about {floats} parameters, padding included, but a model holds at most 2^31: declare fewer or narrower experts");

    [Fact]
    public Task ALargeBackboneFits() => Diagnose.FindsNothing("[MixtureOfExperts(287, 40, TopK = 2), Backbone(1024, 12), AttentionMixer(16), GatedExpert(1024, Count = 8)] partial class Model;");

    [Theory]
    [InlineData("4096, 4096", "GatedExpert(14336, Count = 8)")]
    [InlineData("4, 2", "FeedForwardExpert(8, Count = 1000)")]
    public Task DoesNotTrigger(string sizes, string expert) => Diagnose.FindsNothing(
        $"[MixtureOfExperts({sizes}), {expert}] partial class Model;");

    [Theory]
    [InlineData("125", "'Model' has 126 parameters, but the project's MoEParameterBudget is 125: declare fewer or narrower experts")]
    [InlineData("0", "'Model' has 126 parameters, but the project's MoEParameterBudget is 0: declare fewer or narrower experts")]
    [InlineData("126")]
    [InlineData("")]
    public async Task AProjectHasABudget(string budget, params string[] messages)
    {
        Compilation compilation = TestCompilation.Create("[MixtureOfExperts(4, 2), FeedForwardExpert(8, Count = 2)] partial class Model;");
        AnalyzerOptions options = new([], new ProjectProperties([("MoEParameterBudget", budget)], []));
        Diagnostic[] found = [.. (await compilation.WithAnalyzers(AllRules.Analyzers, options).GetAnalyzerDiagnosticsAsync()).Where(found => found.Id == "MOE0302")];
        found.Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)).ShouldBe(messages);
        found.ShouldAllBe(diagnostic => diagnostic.Location.SourceSpan == new TextSpan(1, "MixtureOfExperts(4, 2)".Length));
    }
}
