using System.Threading.Tasks;
using Xunit;

namespace MoE.Analyzers.Tests;

/// <summary>MOE0107 and MOE0118 of models inside.</summary>
public sealed class NestedModelTests
{
    [Theory]
    [InlineData("5, 2", "'Inner.InputSize' is 5, but Outer has 4 inputs")]
    [InlineData("4, 3", "'Inner.OutputSize' is 3, but Outer has 2 outputs")]
    public Task OtherSizes(string sizes, string message) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2), FeedForwardExpert, Expert<{{|MOE0107:Inner|}}>(Name = \"In\")] partial class Outer; [MixtureOfExperts({sizes}), FeedForwardExpert(Count = 2)] partial class Inner;",
        message);

    [Theory]
    [InlineData("8, 8")]
    [InlineData("4, 2", "'Inner.InputSize' is 4, but the mixtures in the backbone of Outer have 8 inputs", "'Inner.OutputSize' is 2, but the mixtures in the backbone of Outer have 8 outputs")]
    public Task InABackboneSizesAreItsWidth(string sizes, params string[] messages) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2), Backbone(8, 2), MambaMixer, FeedForwardExpert, Expert<{(messages.Length > 0 ? "{|MOE0107:{|MOE0107:Inner|}|}" : "Inner")}>] partial class Outer; [MixtureOfExperts({sizes}), FeedForwardExpert(Count = 2)] partial class Inner;",
        messages);

    [Theory]
    [InlineData("Backbone(8, 2), MambaMixer, FeedForwardExpert(Count = 2)")]
    [InlineData("FeedForwardExpert, {|MOE0135:MambaExpert|}", "'Inner' has a Mamba expert, so the rows of a call are the steps of one sequence, in order: say the length where a call has several")]
    public Task AModelOfSequences(string inner, params string[] messages) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2), FeedForwardExpert, Expert<{{|MOE0109:Inner|}}>] partial class Outer; [MixtureOfExperts(4, 2), {inner}] partial class Inner;",
        ["'Inner' cannot be the expert of 'Outer': it is a model of sequences, and a router sends it only some of their steps", .. messages]);

    [Fact]
    public Task AResidualBlockIsNoExpert() => Diagnose.Finds(
        "[MixtureOfExperts(4, 4), FeedForwardExpert, Expert<{|MOE0109:Inner|}>, Training] partial class Outer; [MixtureOfExperts(4, 4), ResidualBlock, FeedForwardExpert(Count = 2), Training] partial class Inner;",
        "'Inner' cannot be the expert of 'Outer': it has a residual around its mixture: leave [ResidualBlock] out");

    [Fact]
    public Task NotTrained() => Diagnose.Finds(
        "[MixtureOfExperts(4, 2), FeedForwardExpert, Expert<{|MOE0118:Inner|}>, Training] partial class Outer; [MixtureOfExperts(4, 2), FeedForwardExpert(Count = 2)] partial class Inner;",
        "'Outer' is trained, but its expert 'Inner' has no [Training]");

    [Theory]
    [InlineData("Training", "Training")]
    [InlineData("SoftmaxGating", "Training")]
    [InlineData("SoftmaxGating", "SoftmaxGating")]
    public Task DoesNotTrigger(string outer, string inner) => Diagnose.FindsNothing(
        $"[MixtureOfExperts(4, 2), FeedForwardExpert, Expert<Inner>, {outer}] partial class Outer; [MixtureOfExperts(4, 2), FeedForwardExpert(Count = 2), {inner}] partial class Inner;");

    [Fact]
    public Task AnInnerClassifierHasItsMembersAsOutputs() => Diagnose.FindsNothing(
        "enum Kind { One, Two } [MixtureOfExperts(4, 2), FeedForwardExpert, Expert<Inner>] partial class Outer; [MixtureOfExperts(4), FeedForwardExpert(Count = 2), Classifier<Kind>] partial class Inner;");
}
