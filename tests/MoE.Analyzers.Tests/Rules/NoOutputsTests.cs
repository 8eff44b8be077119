using System.Threading.Tasks;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class NoOutputsTests
{
    [Theory]
    [InlineData("{|MOE0116:MixtureOfExperts(4)|}")]
    [InlineData("{|MOE0116:MixtureOfExperts(inputs: 4, TopK = 1)|}")]
    [InlineData("MixtureOfExperts(4, {|MOE0116:0|})")]
    [InlineData("MixtureOfExperts(outputs: {|MOE0116:0|}, inputs: 4)")]
    public Task Triggers(string attribute) => Diagnose.Finds(
        $"[{attribute}, FeedForwardExpert] partial class Model;",
        "'Model' has neither outputs nor [Classifier]: give one of them");

    [Theory]
    [InlineData("MixtureOfExperts(4, 1)")]
    [InlineData("MixtureOfExperts(4), Classifier<DayOfWeek>")]
    public Task DoesNotTrigger(string attributes) => Diagnose.FindsNothing(
        $"[{attributes}, FeedForwardExpert] partial class Model;");
}
