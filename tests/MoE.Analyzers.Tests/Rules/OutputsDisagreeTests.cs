using System.Threading.Tasks;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class OutputsDisagreeTests
{
    [Theory]
    [InlineData("4, {|MOE0111:6|}", 6)]
    [InlineData("outputs: {|MOE0111:8|}, inputs: 4", 8)]
    public Task Triggers(string sizes, int outputs) => Diagnose.Finds(
        $"[MixtureOfExperts({sizes}), FeedForwardExpert, Classifier<DayOfWeek>] partial class Model;",
        $"outputs is {outputs}, but 'System.DayOfWeek' has 7 member(s): leave it out or make it equal");

    [Theory]
    [InlineData("4, 7")]
    [InlineData("4")]
    [InlineData("4, 0")]
    public Task DoesNotTrigger(string sizes) => Diagnose.FindsNothing(
        $"[MixtureOfExperts({sizes}), FeedForwardExpert, Classifier<DayOfWeek>] partial class Model;");
}
