using System.Threading.Tasks;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class NoExpertTests
{
    [Theory]
    [InlineData("{|MOE0103:MixtureOfExperts(4, 2)|}")]
    [InlineData("{|MOE0103:MixtureOfExperts(4, 2, TopK = 2)|}, SoftmaxGating, Training")]
    public Task Triggers(string attributes) => Diagnose.Finds(
        $"[{attributes}] public partial class Model;",
        "'Model' has no expert: add [FeedForwardExpert] or [GatedExpert]");

    [Theory]
    [InlineData("FeedForwardExpert")]
    [InlineData("FeedForwardExpert(3, 4, 5)")]
    [InlineData("GatedExpert(3)")]
    public Task DoesNotTrigger(string expert) => Diagnose.FindsNothing(
        $"[MixtureOfExperts(4, 2), {expert}] public partial class Model;");
}
