using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class SeveralMixersTests
{
    [Theory]
    [InlineData("MambaMixer", "AttentionMixer(2)")]
    [InlineData("AttentionMixer(2)", "MambaMixer(StateSize = 8)")]
    public Task Triggers(string first, string second) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2), {first}, FeedForwardExpert(8, Count = 2), {{|MOE0131:{second}|}}, Backbone(8, 2)] partial class Model;",
        $"'Model' already has [{first.Split('(')[0]}]: all layers of a backbone have the same mixer, so remove one of the two");

    [Fact]
    public Task WithoutABackboneThatIsSaidFirst() => Diagnose.Finds(
        "[MixtureOfExperts(4, 2), {|MOE0130:MambaMixer|}, FeedForwardExpert(8, Count = 2), {|MOE0130:AttentionMixer(2)|}] partial class Model;",
        "'Model' has no layers for [MambaMixer] to mix in: add [Backbone(width, layers)]",
        "'Model' has no layers for [AttentionMixer] to mix in: add [Backbone(width, layers)]");

    [Theory]
    [InlineData("[MixtureOfExperts(4, 2), Backbone(8, 2), FeedForwardExpert, MambaMixer, AttentionMixer(2)] public partial class Model;", ", AttentionMixer(2)", "")]
    [InlineData("[MixtureOfExperts(4, 2), Backbone(8, 2), FeedForwardExpert, MambaMixer, AttentionMixer(2), Training] public partial class Model;", "AttentionMixer(2), ", "")]
    [InlineData("[MixtureOfExperts(4, 2)]\n[Backbone(8, 2), FeedForwardExpert, MambaMixer]\n[AttentionMixer(2)]\npublic partial class Model;", "[AttentionMixer(2)]\n", "")]
    [InlineData("class Outer\n{\n    [MixtureOfExperts(4, 2)]\n    [Backbone(8, 2), FeedForwardExpert, MambaMixer]\n    // Or this.\n    [AttentionMixer(2)]\n    [Training]\n    public partial class Model;\n}", "    [AttentionMixer(2)]\n", "")]
    [InlineData("[MixtureOfExperts(4, 2), Backbone(8, 2), FeedForwardExpert, MambaMixer] partial class Model;\n/// <summary>It.</summary>\n[AttentionMixer(2)]\npublic partial class Model;", "[AttentionMixer(2)]\n", "")]
    [InlineData("[MixtureOfExperts(4, 2), Backbone(8, 2), FeedForwardExpert, MambaMixer] [AttentionMixer(2)] public partial class Model;", "[AttentionMixer(2)] ", "")]
    [InlineData("[MixtureOfExperts(4, 2), Backbone(8, 2), FeedForwardExpert, MambaMixer]\n/* one */ [AttentionMixer(2)]\n/* two */ public partial class Model;", "[AttentionMixer(2)]\n", "")]
    public async Task TheFixRemovesTheSecond(string source, string old, string fresh) =>
        (await FixOf.All("MOE0131", source)).ShouldBe(source.Replace(old, fresh));

    [Fact]
    public async Task DirectivesAreLeftToTheUser() =>
        (await FixOf.First("MOE0131", ("Model.cs", "[MixtureOfExperts(4, 2), Backbone(8, 2), FeedForwardExpert, MambaMixer]\n#if true\n[AttentionMixer(2)]\n#endif\npublic partial class Model;")))
            .ShouldBeNull();
}
