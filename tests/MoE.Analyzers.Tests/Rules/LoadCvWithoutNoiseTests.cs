using System.Threading.Tasks;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class LoadCvWithoutNoiseTests
{
    private const string NoNoise = "needs a router with noise, whose next choice is a matter of chance: set Noise of [SoftmaxGating]";

    [Theory]
    [InlineData("1", "SoftmaxGating", "LoadCv", NoNoise)]
    [InlineData("1", "SwitchGating", "ImportanceAndLoadCv", NoNoise)]
    [InlineData("4", "SoftmaxGating(Noise = GateNoise.Softplus)", "LoadCv", "needs TopK below the number of experts: where all are chosen none can be missed")]
    public Task Triggers(string topK, string gating, string loss, string reason) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2, TopK = {topK}), {gating}, FeedForwardExpert(Count = 4), Training(LoadBalance = {{|MOE0120:LoadBalance.{loss}|}})] partial class Model;",
        $"{loss} {reason}");

    [Theory]
    [InlineData("SoftmaxGating(Noise = GateNoise.Softmax)", "LoadCv")]
    [InlineData("SoftmaxGating", "ImportanceCv")]
    public Task DoesNotTrigger(string gating, string loss) => Diagnose.FindsNothing(
        $"[MixtureOfExperts(4, 2, TopK = 2), {gating}, FeedForwardExpert(Count = 4), Training(LoadBalance = LoadBalance.{loss})] partial class Model;");
}
