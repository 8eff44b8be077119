using System.Threading.Tasks;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class IgnoredByGatingTests
{
    [Theory]
    [InlineData("SoftGating", "TopK = {|MOE0114:2|}", "", "TopK")]
    [InlineData("SoftGating", "TopK = {|MOE0114:9|}", "", "TopK")]
    [InlineData("SoftGating", "CapacityFactor = {|MOE0114:1.25|}", "", "CapacityFactor")]
    [InlineData("SoftGating", "MinCapacity = {|MOE0114:4|}", "", "MinCapacity")]
    [InlineData("HashGating", "TopK = 1", ", Training(LoadBalance = {|MOE0114:LoadBalance.Switch|})", "LoadBalance")]
    [InlineData("HashGating", "TopK = 1", ", Training(LoadBalanceWeight = {|MOE0114:0.5|})", "LoadBalanceWeight")]
    [InlineData("SlotGating(2)", "TopK = {|MOE0114:2|}", "", "TopK")]
    [InlineData("SlotGating(2)", "CapacityFactor = {|MOE0114:1.25|}", "", "CapacityFactor")]
    [InlineData("SlotGating(2)", "TopK = 1", ", Training(LoadBalance = {|MOE0114:LoadBalance.Entropy|})", "LoadBalance")]
    [InlineData("SlotGating(2)", "TopK = 1", ", Training(RouterZLossWeight = {|MOE0114:0.1|})", "RouterZLossWeight")]
    [InlineData("SlotGating(2)", "TopK = 1", ", Training(ExpertDropout = {|MOE0114:0.1|})", "ExpertDropout")]
    [InlineData("Gating<Rule>", "TopK = 2", ", Training(LoadBalance = {|MOE0114:LoadBalance.Switch|})", "LoadBalance")]
    [InlineData("Gating<Rule>", "TopK = 2", ", Training(RouterZLossWeight = {|MOE0114:0.1|})", "RouterZLossWeight")]
    public Task Triggers(string gating, string model, string training, string argument) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2, {model}), FeedForwardExpert(Count = 4), {gating}{training}] partial class Model;" + Rule,
        $"[{gating.Split('<', '(')[0]}] ignores {argument}: remove it, or use another gating");

    [Theory]
    [InlineData("SoftGating", "TopK = 1", "")]
    [InlineData("SoftGating", "TopK = 4", "")]
    [InlineData("SoftGating", "CapacityFactor = 0, MinCapacity = 1", ", Training(LoadBalance = LoadBalance.Switch)")]
    [InlineData("HashGating", "CapacityFactor = 1.25", ", Training(LoadBalance = LoadBalance.None)")]
    [InlineData("HashGating", "TopK = 1", ", Training")]
    [InlineData("SlotGating(2)", "TopK = 4", ", Training")]
    [InlineData("Gating<Rule>", "TopK = 2, CapacityFactor = 1.25, Overflow = Overflow.NextBest", ", Training(ExpertDropout = 0.1)")]
    [InlineData("SoftmaxGating", "TopK = 2, CapacityFactor = 1.25, MinCapacity = 4", ", Training(LoadBalance = LoadBalance.Switch, LoadBalanceWeight = 0.5)")]
    public Task DoesNotTrigger(string gating, string model, string training) => Diagnose.FindsNothing(
        $"[MixtureOfExperts(4, 2, {model}), FeedForwardExpert(Count = 4), {gating}{training}] partial class Model;" + Rule);

    private const string Rule = " class Rule : IGatingNetwork { public void Forward(ReadOnlySpan<float> input, ReadOnlySpan<float> parameters, Span<float> logits) { } }";
}
