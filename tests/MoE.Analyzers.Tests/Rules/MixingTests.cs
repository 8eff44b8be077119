using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests;

/// <summary>MOE0112, MOE0122 and MOE0211: what the experts say, and its gradient.</summary>
public sealed class MixingTests
{
    private const string Kind = "enum Kind { One, Two }\n";

    [Fact]
    public Task LogitsOfAForest() => Diagnose.Finds(
        Kind + "[MixtureOfExperts(4, TopK = 2), RandomForestExpert(9), FeedForwardExpert(Count = 2), Classifier<Kind>(Mixing = {|MOE0112:Mixing.Logits|})] partial class Model;",
        "'Model': a random forest says probabilities: mix probabilities");

    [Fact]
    public Task ASharedExpertBesideProbabilities() => Diagnose.Finds(
        Kind + "[MixtureOfExperts(4, TopK = 2), FeedForwardExpert(Count = 3), SharedExpert(5), Classifier<Kind>(Mixing = {|MOE0112:Mixing.Probabilities|})] partial class Model;",
        "'Model': a shared expert is added to the sum, which is one of probabilities here: mix logits, or leave [SharedExpert] out");

    [Fact]
    public Task RowsThatPassBesideProbabilities() => Diagnose.Finds(
        Kind + "[MixtureOfExperts(2, TopK = 2, CapacityFactor = 1.5, Overflow = Overflow.PassThrough), FeedForwardExpert(Count = 3), Classifier<Kind>(Mixing = {|MOE0112:Mixing.Probabilities|})] partial class Model;",
        "'Model': rows that pass through are no probabilities: mix logits, or let Overflow drop them");

    [Theory]
    [InlineData("MixtureOfExperts(4, TopK = 2), Backbone(8, 2), MambaMixer")]
    [InlineData("MixtureOfExperts(2, TopK = 2), ResidualBlock")]
    public Task ProbabilitiesInABlock(string model) => Diagnose.Finds(
        Kind + $"[{model}, FeedForwardExpert(Count = 3), SharedExpert(5), Classifier<Kind>(Mixing = {{|MOE0112:Mixing.Probabilities|}})] partial class Model;",
        "'Model': the mixture is a part of a block, which says logits: mix logits");

    [Theory]
    [InlineData("Backbone(4, 2), MambaMixer")]
    [InlineData("ResidualBlock")]
    public Task AForestInABlock(string block) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 4), {block}, FeedForwardExpert, {{|MOE0122:RandomForestExpert(9)|}}] partial class Model;",
        "'Model' gives the mixture no targets, which a forest is grown on: use experts made of layers");

    [Theory]
    [InlineData("Backbone(4, 2), MambaMixer")]
    [InlineData("ResidualBlock")]
    public Task ExpertsThatTellLayersNothing(string block) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 4), {block}, FeedForwardExpert, {{|MOE0122:Expert<Inner>|}}, Training] partial class Model; [MixtureOfExperts(4, 4), FeedForwardExpert(Count = 2), Training] partial class Inner;",
        "'Model' has layers in front of the mixture, which learn through the experts that read them: forests, types of your own and other models pass no gradient on");

    [Theory]
    [InlineData("Backbone(4, 2), MambaMixer")]
    [InlineData("ResidualBlock")]
    public Task RoutersThatTellLayersNothing(string block) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 4), {block}, FeedForwardExpert(Count = 2), {{|MOE0122:Gating<Rule>|}}, Training] partial class Model; class Rule : IGatingNetwork {{ public void Forward(ReadOnlySpan<float> input, ReadOnlySpan<float> parameters, Span<float> logits) {{ }} }}",
        "'Model' has layers in front of the mixture, which learn through the router that reads them: one of your own passes no gradient on");

    [Theory]
    [InlineData("Backbone(4, 2), MambaMixer, Expert<Inner>, Gating<Rule>")]
    [InlineData("ResidualBlock, Expert<Inner>, Gating<Rule>")]
    [InlineData("ResidualBlock, SlotGating(2)")]
    [InlineData("Expert<Inner>, Gating<Rule>, Training")]
    public Task GradientsThatNobodyAsksFor(string rest) => Diagnose.FindsNothing(
        $"[MixtureOfExperts(4, 4), FeedForwardExpert, {rest}] partial class Model; [MixtureOfExperts(4, 4), FeedForwardExpert(Count = 2), Training] partial class Inner; class Rule : IGatingNetwork {{ public void Forward(ReadOnlySpan<float> input, ReadOnlySpan<float> parameters, Span<float> logits) {{ }} }}");

    [Fact]
    public Task ExpertsInsideABackboneSayNoProbabilities() => Diagnose.FindsNothing(
        Kind + "[MixtureOfExperts(4), Backbone(8, 2), MambaMixer, SharedExpert(8), FeedForwardExpert, Expert<Mine>, Classifier<Kind>] partial class Model; class Mine : IExpert { public const int InputSize = 8, OutputSize = 8; public void Forward(ReadOnlySpan<float> input, ReadOnlySpan<float> parameters, Span<float> output) { } }");

    [Theory]
    [InlineData("RandomForestExpert(9)")]
    [InlineData("FeedForwardExpert, Expert<Inner>")]
    public Task ExpertsThatTellSlotsNothing(string expert) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2), SlotGating(2), {expert.Replace("RandomForestExpert(9)", "{|MOE0122:RandomForestExpert(9)|}").Replace("Expert<Inner>", "{|MOE0122:Expert<Inner>|}")}, FeedForwardExpert, Training] partial class Model; [MixtureOfExperts(4, 2), FeedForwardExpert(Count = 2), Training] partial class Inner;",
        "'Model' mixes rows into slots, which learn through the experts that read them: forests, types of your own and other models pass no gradient on");

    [Theory]
    [InlineData("MixtureOfExperts(4, TopK = {|MOE0211:1|})")]
    [InlineData("{|MOE0211:MixtureOfExperts(4)|}")]
    public Task OneExpertsProbabilities(string model) => Diagnose.Finds(
        Kind + $"[{model}, RandomForestExpert(9, Count = 3), Classifier<Kind>, Training] partial class Model;",
        "'Model' mixes the probabilities of one expert a row: whatever its weight, they are the mixture's, so training gives the router no gradient");

    [Theory]
    [InlineData("MixtureOfExperts(4, TopK = 2)", "RandomForestExpert(9, Count = 3), Classifier<Kind>, Training")]
    [InlineData("MixtureOfExperts(4, TopK = 2)", "RandomForestExpert(9, Count = 3), Classifier<Kind>(Mixing = Mixing.Probabilities), Training")]
    [InlineData("MixtureOfExperts(4)", "RandomForestExpert(9, Count = 3), Classifier<Kind>, HashGating, Training")]
    [InlineData("MixtureOfExperts(4)", "RandomForestExpert(9, Count = 3), Classifier<Kind>, SoftGating, Training")]
    [InlineData("MixtureOfExperts(4)", "RandomForestExpert(9, Count = 3), Classifier<Kind>")]
    [InlineData("MixtureOfExperts(4, 2)", "RandomForestExpert(9, Count = 3), Training")]
    [InlineData("MixtureOfExperts(4, 2, TopK = 2)", "RandomForestExpert(9, Count = 3), SharedExpert(4), Training")]
    [InlineData("MixtureOfExperts(4, 2)", "RandomForestExpert(9, Count = 3), SlotGating(2)")]
    public Task DoesNotTrigger(string model, string rest) => Diagnose.FindsNothing(Kind + $"[{model}, {rest}] partial class Model;");

    [Fact]
    public async Task FixAllMixesProbabilities()
    {
        const string Source = "public enum Kind { One, Two }\n[MixtureOfExperts(4, TopK = 2), RandomForestExpert(9, Count = 3), Classifier<Kind>(Mixing = Mixing.Logits)] public partial class Model;";
        (await FixOf.All("MOE0112", Source)).ShouldBe(Source.Replace("Mixing.Logits", "Mixing.Probabilities"));
    }

    [Fact]
    public async Task FixAllLetsTwoExpertsWork()
    {
        const string Source = "public enum Kind { One, Two }\n[MixtureOfExperts(4, TopK = /* one */ 1), RandomForestExpert(9, Count = 3), Classifier<Kind>, Training] public partial class Model;";
        (await FixOf.All("MOE0211", Source)).ShouldBe(Source.Replace("/* one */ 1", "/* one */ 2"));
    }
}
