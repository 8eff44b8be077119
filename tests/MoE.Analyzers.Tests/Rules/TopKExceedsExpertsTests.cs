using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class TopKExceedsExpertsTests
{
    [Theory]
    [InlineData("{|MOE0101:9|}", "[FeedForwardExpert(8)]", 9, 1)]
    [InlineData("{|MOE0101:1 + 3|}", "[FeedForwardExpert(8, Count = 3)]", 4, 3)]
    [InlineData("{|MOE0101:int.MaxValue|}", "[GatedExpert(8, Count = 2), FeedForwardExpert]", int.MaxValue, 3)]
    public Task Triggers(string topK, string experts, int value, int count) => Diagnose.Finds(
        $$"""
        [MixtureOfExperts(4, 2, TopK = {{topK}})]
        {{experts}}
        public partial class Model;
        """,
        $"TopK is {value}, but the model has {count} expert(s)");

    [Theory]
    [InlineData("4, 2", "[FeedForwardExpert(8)]")]
    [InlineData("4, 2, TopK = 3", "[FeedForwardExpert(8, Count = 3)]")]
    [InlineData("4, 2, TopK = 3", "[FeedForwardExpert(8)][GatedExpert(8, Count = 2)]")]
    public Task DoesNotTrigger(string model, string experts) => Diagnose.FindsNothing(
        $$"""
        [MixtureOfExperts({{model}})]
        {{experts}}
        public partial class Model;
        """);

    [Fact]
    public Task CountsDoNotOverflow() => Diagnose.Finds(
        """
        [{|MOE0302:MixtureOfExperts(4, 2, TopK = int.MaxValue)|}]
        [GatedExpert(8, Count = int.MaxValue)][GatedExpert(8, Count = int.MaxValue)]
        public partial class Model;
        """,
        "'Model' has about 6.3e+13 parameters, padding included, but a model holds at most 2^31: declare fewer or narrower experts");

    [Theory]
    [InlineData("[MixtureOfExperts(4, 2, TopK = 9)]", "[MixtureOfExperts(4, 2, TopK = 3)]")]
    [InlineData("[MixtureOfExperts(4, TopK = /* why */ 1 + 8 /* nine */, MinCapacity = 2, CapacityFactor = 1), Classifier<Base64FormattingOptions>]",
        "[MixtureOfExperts(4, TopK = /* why */ 3 /* nine */, MinCapacity = 2, CapacityFactor = 1), Classifier<Base64FormattingOptions>]")]
    public async Task FixSetsTopKToTheCount(string before, string after)
    {
        const string Rest = "\n[FeedForwardExpert(8, Count = 2), GatedExpert(8)]\npublic partial class Model;";
        (await FixOf.First("MOE0101", ("Model.cs", before + Rest))).ShouldBe(after + Rest);
    }

    [Fact]
    public async Task FixAllSetsEveryTopK()
    {
        const string Source =
            """
            [MixtureOfExperts(4, 2, TopK = 9), FeedForwardExpert] public partial class One;
            [MixtureOfExperts(4, 2, TopK = 8), FeedForwardExpert(Count = 2)] public partial class Two;
            """;
        (await FixOf.All("MOE0101", Source)).ShouldBe(Source.Replace("TopK = 9", "TopK = 1").Replace("TopK = 8", "TopK = 2"));
    }
}
