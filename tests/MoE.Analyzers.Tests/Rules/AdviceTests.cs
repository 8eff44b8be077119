using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests;

/// <summary>MOE0206 to MOE0210: the model works, but hardly as it was meant.</summary>
public sealed class AdviceTests
{
    private const string NoBalance = "'Model' is trained to choose 2 of 4 experts without a balance loss: the router tends to send everything to a few";

    [Fact]
    public Task A_capacity_below_one() => Diagnose.Finds(
        "[MixtureOfExperts(4, 2, CapacityFactor = {|MOE0206:0.8|}), FeedForwardExpert(Count = 4)] partial class Model;",
        "CapacityFactor is 0.8: below 1 some assignments find no room even when all experts are equally busy");

    [Fact]
    public Task One_expert() => Diagnose.Finds(
        "[{|MOE0207:MixtureOfExperts(4, 2)|}, FeedForwardExpert(8)] partial class Model;",
        "'Model' has one expert, so its router decides nothing: add experts");

    [Fact]
    public Task All_experts() => Diagnose.Finds(
        "[MixtureOfExperts(4, 2, TopK = {|MOE0208:4|}), FeedForwardExpert(Count = 4)] partial class Model;",
        "TopK is the number of experts: [SoftGating] says so and skips the choice");

    [Theory]
    [InlineData("SoftmaxGating", "Training(LoadBalance = {|MOE0209:LoadBalance.None|})")]
    [InlineData("SoftmaxGating", "Training(LoadBalanceWeight = {|MOE0209:0|})")]
    [InlineData("SigmoidGating(BalanceRate = 0)", "{|MOE0209:Training|}")]
    public Task No_balance_loss(string gating, string training) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2, TopK = 2), {gating}, FeedForwardExpert(Count = 4), {training}] partial class Model;", NoBalance);

    [Fact]
    public Task One_weight() => Diagnose.Finds(
        "[MixtureOfExperts(4, 2), SoftmaxGating(Weighting = {|MOE0210:GateWeighting.OverSelected|}), FeedForwardExpert(Count = 4), Training] partial class Model;",
        "With TopK = 1 a softmax over the selected expert is always 1, so training gives the router no gradient: use OverAll");

    [Theory]
    [InlineData("TopK = 2, CapacityFactor = 1", "SoftmaxGating", "Training")]
    [InlineData("TopK = 2", "SigmoidGating", "Training")]
    [InlineData("TopK = 1", "HashGating", "Training")]
    [InlineData("TopK = 4", "SoftGating", "Training")]
    [InlineData("TopK = 1", "ExpertChoiceGating", "Training")]
    [InlineData("TopK = 1", "SoftmaxGating(Weighting = GateWeighting.OverAll)", "Training")]
    [InlineData("TopK = 2", "SoftmaxGating(Weighting = GateWeighting.OverSelected)", "Training")]
    public Task Nothing_to_advise(string model, string gating, string training) => Diagnose.FindsNoAdvice(
        $"[MixtureOfExperts(4, 2, {model}), {gating}, FeedForwardExpert(Count = 4), {training}] partial class Model;");

    [Theory]
    [InlineData("MOE0209", "LoadBalance = LoadBalance.None", "LoadBalance = LoadBalance.Switch", "TopK = 2", "")]
    [InlineData("MOE0209", "LoadBalanceWeight = 0", "LoadBalanceWeight = 0.01", "TopK = 2", "")]
    [InlineData("MOE0210", "GateWeighting.OverSelected", "GateWeighting.OverAll", "TopK = 1", ", SoftmaxGating(Weighting = GateWeighting.OverSelected)")]
    public async Task Fixes(string rule, string wrong, string right, string topK, string gating)
    {
        string training = rule == "MOE0209" ? $"Training({wrong})" : "Training";
        string source = $"[MixtureOfExperts(4, 2, {topK}), FeedForwardExpert(Count = 4){gating}, {training}] public partial class One;";
        (await FixOf.All(rule, source)).ShouldBe(source.Replace(wrong, right));
    }

    [Fact]
    public async Task The_fix_of_all_experts_adds_a_gating() =>
        (await FixOf.All("MOE0208", "[MixtureOfExperts(4, 2, TopK = 4)]\n[FeedForwardExpert(Count = 4)]\npublic partial class One;"))
            .ShouldContain("[SoftGating]\npublic partial class One;");
}
