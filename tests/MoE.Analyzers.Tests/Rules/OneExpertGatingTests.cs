using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class OneExpertGatingTests
{
    [Theory]
    [InlineData("SwitchGating", "2", 2)]
    [InlineData("HashGating", "1 + 2", 3)]
    public Task Triggers(string gating, string topK, int value) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2, TopK = {{|MOE0105:{topK}|}}), FeedForwardExpert(Count = 4), {gating}] partial class Model;",
        $"TopK is {value}, but [{gating}] sends each row to one expert: TopK must be 1");

    [Theory]
    [InlineData("TopK = 1", "SwitchGating")]
    [InlineData("TopK = 1", "HashGating")]
    [InlineData("TopK = 2", "SoftmaxGating")]
    [InlineData("TopK = 4", "SoftGating")]
    public Task DoesNotTrigger(string topK, string gating) => Diagnose.FindsNothing(
        $"[MixtureOfExperts(4, 2, {topK}), FeedForwardExpert(Count = 4), {gating}] partial class Model;");

    [Fact]
    public async Task FixAllSetsTopKToOne()
    {
        const string Source =
            """
            [MixtureOfExperts(4, 2, TopK = /* many */ 2), FeedForwardExpert(Count = 4), SwitchGating] public partial class One;
            [MixtureOfExperts(4, 2, TopK = 1 + 2), FeedForwardExpert(Count = 4), HashGating] public partial class Two;
            """;
        (await FixOf.All("MOE0105", Source)).ShouldBe(Source.Replace("/* many */ 2", "/* many */ 1").Replace("1 + 2", "1"));
    }
}
