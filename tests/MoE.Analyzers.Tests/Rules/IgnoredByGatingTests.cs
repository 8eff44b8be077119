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
    public Task Triggers(string gating, string model, string training, string argument) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2, {model}), FeedForwardExpert(Count = 4), {gating}{training}] partial class Model;",
        $"[{gating}] ignores {argument}: remove it, or use another gating");

    [Theory]
    [InlineData("SoftGating", "TopK = 1", "")]
    [InlineData("SoftGating", "TopK = 4", "")]
    [InlineData("SoftGating", "CapacityFactor = 0, MinCapacity = 1", ", Training(LoadBalance = LoadBalance.Switch)")]
    [InlineData("HashGating", "CapacityFactor = 1.25", ", Training(LoadBalance = LoadBalance.None)")]
    [InlineData("HashGating", "TopK = 1", ", Training")]
    [InlineData("SoftmaxGating", "TopK = 2, CapacityFactor = 1.25, MinCapacity = 4", ", Training(LoadBalance = LoadBalance.Switch, LoadBalanceWeight = 0.5)")]
    public Task DoesNotTrigger(string gating, string model, string training) => Diagnose.FindsNothing(
        $"[MixtureOfExperts(4, 2, {model}), FeedForwardExpert(Count = 4), {gating}{training}] partial class Model;");
}
