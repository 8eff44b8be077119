using System.Threading.Tasks;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class ResidualBlockDoesNotFitTests
{
    private const string Kind = "enum Kind { One, Two }\n";

    [Theory]
    [InlineData("MixtureOfExperts(4, 2), {|MOE0134:ResidualBlock|}", 4, 2)]
    [InlineData("MixtureOfExperts(4), {|MOE0134:ResidualBlock(Norm = Norm.RMSNorm)|}, Classifier<Kind>", 4, 2)]
    public Task OtherOutputsTrigger(string model, int inputs, int outputs) => Diagnose.Finds(
        Kind + $"[{model}, FeedForwardExpert(8, Count = 2)] partial class Model;",
        $"[ResidualBlock] cannot stand here: it adds a row to what the mixture makes of it, but rows have {inputs} inputs and {outputs} outputs: make them equal");

    [Fact]
    public Task ABackboneTriggers() => Diagnose.Finds(
        "[MixtureOfExperts(4, 2), Backbone(8, 2), MambaMixer, {|MOE0134:ResidualBlock|}, FeedForwardExpert(8, Count = 2)] partial class Model;",
        "[ResidualBlock] cannot stand here: 'Model' has a backbone, whose layers have residuals of their own: leave [ResidualBlock] out");

    [Fact]
    public Task AnExpertThatSeesASequenceTriggers() => Diagnose.Finds(
        "[MixtureOfExperts(4, 4), {|MOE0134:ResidualBlock|}, {|MOE0135:MambaExpert(Count = 2)|}] partial class Model;",
        "[ResidualBlock] cannot stand here: it takes each row by itself, but [MambaExpert] sees a sequence: use [Backbone], whose layers have residuals of their own",
        "'Model' has a Mamba expert, so the rows of a call are the steps of one sequence, in order: say the length where a call has several");

    [Theory]
    [InlineData("MixtureOfExperts(4, 4), ResidualBlock")]
    [InlineData("MixtureOfExperts(2), ResidualBlock(Norm = Norm.RMSNorm, NormEpsilon = 1e-6), Classifier<Kind>")]
    [InlineData("MixtureOfExperts(4, 4, CapacityFactor = 2, CapacityScope = CapacityScope.Always), ResidualBlock, Training")]
    [InlineData("MixtureOfExperts(4, 4), ResidualBlock, SlotGating(2)")]
    [InlineData("MixtureOfExperts(4, 4), ResidualBlock, ExpertChoiceGating")]
    [InlineData("MixtureOfExperts(4, 2)")]
    public Task DoesNotTrigger(string model) => Diagnose.FindsNothing(Kind + $"[{model}, FeedForwardExpert(8, Count = 2)] partial class Model;");
}
