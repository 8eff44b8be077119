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
