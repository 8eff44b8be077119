using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class SeesLaterRowsTests
{
    private const string Beginning = "'Model' is a model of sequences, whose steps must not see later ones: ";

    [Theory]
    [InlineData("SlotGating(2)", "SlotGating")]
    [InlineData("ExpertChoiceGating(Bias = true)", "ExpertChoiceGating")]
    public Task AGatingTriggers(string gating, string name) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2), Backbone(8, 2), MambaMixer, {{|MOE0136:{gating}|}}, FeedForwardExpert(8, Count = 2)] partial class Model;",
        $"{Beginning}[{name}] routes a row by all rows of a call, later ones too");

    [Fact]
    public Task BesideAMambaExpert() => Diagnose.Finds(
        "[MixtureOfExperts(4, 2), {|MOE0136:SlotGating(2)|}, {|MOE0135:MambaExpert(Count = 2)|}] partial class Model;",
        $"{Beginning}[SlotGating] routes a row by all rows of a call, later ones too",
        "'Model' has a Mamba expert, so the rows of a call are the steps of one sequence, in order: say the length where a call has several");

    [Fact]
    public Task ACapacityTriggers() => Diagnose.Finds(
        "[MixtureOfExperts(4, 2, CapacityFactor = 2, CapacityScope = {|MOE0136:CapacityScope.Always|}), Backbone(8, 2), MambaMixer, FeedForwardExpert(8, Count = 2)] partial class Model;",
        $"{Beginning}with CapacityScope.Always it depends on the rows behind a row whether it is dropped");

    [Theory]
    [InlineData("MixtureOfExperts(8, 8), ExpertChoiceGating", "FeedForwardExpert(Count = 2)")]
    [InlineData("MixtureOfExperts(8, 8, CapacityFactor = 1, CapacityScope = CapacityScope.Always)", "FeedForwardExpert(Count = 2)")]
    [InlineData("MixtureOfExperts(8, 8)", "FeedForwardExpert, Expert<Inmost>")]
    public Task AModelInsideTriggers(string inner, string experts) => Diagnose.Finds(
        $"""
        [MixtureOfExperts(4, 2), Backbone(8, 2), MambaMixer, FeedForwardExpert, Expert<{"{|MOE0136:Inner|}"}>] partial class Model;
        [{inner}, {experts}] partial class Inner;
        [MixtureOfExperts(8, 8), SlotGating(2), FeedForwardExpert(Count = 2)] partial class Inmost;
        """,
        $"{Beginning}the rows of 'Inner' see each other");

    [Theory]
    [InlineData("MixtureOfExperts(4, 2, CapacityFactor = 2), Backbone(8, 2), MambaMixer")]
    [InlineData("MixtureOfExperts(4, 2, CapacityScope = CapacityScope.Always), Backbone(8, 2), MambaMixer")]
    [InlineData("MixtureOfExperts(4, 2), Backbone(8, 2), MambaMixer, SigmoidGating")]
    [InlineData("MixtureOfExperts(4, 2), Backbone(8, 2), MambaMixer, HashGating")]
    [InlineData("MixtureOfExperts(4, 2), Backbone(8, 2), AttentionMixer(2, Window = 3), SoftGating, Training")]
    [InlineData("MixtureOfExperts(4, 2), ExpertChoiceGating")]
    [InlineData("MixtureOfExperts(4, 2), Backbone(8, 2), MambaMixer, Expert<Inner>")]
    public Task DoesNotTrigger(string model) => Diagnose.FindsNothing(
        $"[{model}, FeedForwardExpert(8, Count = 2)] partial class Model; [MixtureOfExperts(8, 8), FeedForwardExpert(Count = 2)] partial class Inner;");

    [Fact]
    public async Task TheFixKeepsTheCapacityToTraining()
    {
        const string Source = "[MixtureOfExperts(4, 2, CapacityFactor = 2, CapacityScope = CapacityScope.Always), Backbone(8, 2), MambaMixer, FeedForwardExpert(8, Count = 2)] public partial class Model;";
        (await FixOf.All("MOE0136", Source)).ShouldBe(Source.Replace("Always", "Training"));
    }

    [Fact]
    public async Task AGatingIsTheUsersToChoose() =>
        (await FixOf.First("MOE0136", ("Model.cs", "[MixtureOfExperts(4, 2), Backbone(8, 2), MambaMixer, SlotGating(2), FeedForwardExpert(8, Count = 2)] public partial class Model;"))).ShouldBeNull();
}
