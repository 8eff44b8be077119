using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class BackboneAndMixerTests
{
    [Theory]
    [InlineData("{|MOE0130:MambaMixer|}", "MambaMixer")]
    [InlineData("{|MOE0130:MambaMixer(Expand = 3)|}", "MambaMixer")]
    [InlineData("{|MOE0130:AttentionMixer(3)|}", "AttentionMixer")]
    [InlineData("ResidualBlock, {|MOE0130:AttentionMixer(3)|}", "AttentionMixer")]
    public Task AMixerAlone(string mixer, string name) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 4), FeedForwardExpert(8, Count = 2), {mixer}] partial class Model;",
        $"'Model' has no layers for [{name}] to mix in: add [Backbone(width, layers)]");

    [Fact]
    public Task ABackboneAlone() => Diagnose.Finds(
        "[MixtureOfExperts(4, 2), {|MOE0130:Backbone(8, 2)|}, FeedForwardExpert(8, Count = 2)] partial class Model;",
        "'Model' has a backbone whose layers mix nothing: add [MambaMixer] or [AttentionMixer(heads)]");

    [Theory]
    [InlineData("Backbone(8, 2), MambaMixer")]
    [InlineData("AttentionMixer(2), Backbone(8, 2)")]
    [InlineData("ResidualBlock")]
    [InlineData("SoftmaxGating")]
    public Task DoesNotTrigger(string rest) => Diagnose.FindsNothing(
        $"[MixtureOfExperts(4, 4), FeedForwardExpert(8, Count = 2), {rest}] partial class Model;");

    [Fact]
    public async Task TheFixOfABackboneAddsAMixer()
    {
        const string Source = "[MixtureOfExperts(4, 2)]\n[Backbone(8, 2)]\n[FeedForwardExpert(8, Count = 2)]\npublic partial class Model;";
        (await FixOf.All("MOE0130", Source)).ShouldBe(Source.Replace("Count = 2)]\n", "Count = 2)]\n[MambaMixer]\n"));
    }

    [Fact]
    public async Task TheFixNamesItAsTheClassNamesOthers() =>
        (await FixOf.All("MOE0130", "[MoE.MixtureOfExperts(4, 2), MoE.Backbone(8, 2), MoE.FeedForwardExpert]\npublic partial class Model;"))
            .ShouldContain("]\n[MoE.MambaMixer]\npublic");

    [Fact]
    public async Task AMixerAloneHasNoFix() =>
        (await FixOf.First("MOE0130", ("Model.cs", "[MixtureOfExperts(4, 2), MambaMixer, FeedForwardExpert] public partial class Model;"))).ShouldBeNull();
}
