using System.Threading.Tasks;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class SeveralGatingsTests
{
    [Theory]
    [InlineData("SoftmaxGating", "SwitchGating")]
    [InlineData("SwitchGating(Jitter = 0.1)", "HashGating")]
    [InlineData("HashGating", "SoftGating(Bias = false)")]
    [InlineData("SoftGating", "SoftmaxGating(Temperature = 2)")]
    public Task Triggers(string first, string second) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2), FeedForwardExpert(Count = 2), {first}, {{|MOE0104:{second}|}}] partial class Model;",
        $"'Model' already has [{first.Split('(')[0]}]: a model has one gating, so remove one of the two");

    [Fact]
    public Task EveryFurtherOneIsNamed() => Diagnose.Finds(
        "[MixtureOfExperts(4, 2), FeedForwardExpert, HashGating, {|MOE0104:SwitchGating|}, {|MOE0104:SoftGating|}] partial class Model;",
        "'Model' already has [HashGating]: a model has one gating, so remove one of the two",
        "'Model' already has [HashGating]: a model has one gating, so remove one of the two");

    [Theory]
    [InlineData("")]
    [InlineData(", SoftmaxGating")]
    [InlineData(", SwitchGating")]
    [InlineData(", HashGating")]
    [InlineData(", SoftGating")]
    public Task DoesNotTrigger(string gating) => Diagnose.FindsNothing(
        $"[MixtureOfExperts(4, 2), FeedForwardExpert(Count = 2){gating}] partial class Model;");
}
