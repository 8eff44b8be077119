using System.Threading.Tasks;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class PassThroughSizesTests
{
    [Fact]
    public Task Triggers() => Diagnose.Finds(
        "[MixtureOfExperts(4, 2, CapacityFactor = 1.25, Overflow = {|MOE0113:Overflow.PassThrough|}), FeedForwardExpert(Count = 8)] partial class Model;",
        "Overflow.PassThrough adds the row itself to the output, but rows have 4 inputs and 2 outputs: make them equal, or use Drop or NextBest");

    [Fact]
    public Task InABackboneRowsAlwaysPass() => Diagnose.FindsNothing(
        "[MixtureOfExperts(4, 2, CapacityFactor = 1.25, Overflow = Overflow.PassThrough), Backbone(8, 2), MambaMixer, FeedForwardExpert(Count = 8)] partial class Model;");

    [Theory]
    [InlineData("4, 4", "PassThrough")]
    [InlineData("4, 2", "NextBest")]
    [InlineData("4, 2", "Drop")]
    public Task DoesNotTrigger(string sizes, string overflow) => Diagnose.FindsNothing(
        $"[MixtureOfExperts({sizes}, CapacityFactor = 1.25, Overflow = Overflow.{overflow}), FeedForwardExpert(Count = 8)] partial class Model;");
}
