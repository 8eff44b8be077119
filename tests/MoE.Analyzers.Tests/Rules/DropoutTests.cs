using System.Threading.Tasks;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class DropoutTests
{
    [Theory]
    [InlineData("1", "1")]
    [InlineData("-0.1", "-0.1")]
    [InlineData("1.5", "1.5")]
    [InlineData("double.NaN", "NaN")]
    [InlineData("double.NegativeInfinity", "-Infinity")]
    [InlineData("0.9999999999", "0.9999999999")]
    public Task Triggers(string written, string shown) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2), FeedForwardExpert(8), FeedForwardExpert(8, Dropout = {{|MOE0204:{written}|}})] partial class Model;",
        $"Dropout is {shown}, but must be at least 0 and less than 1");

    [Fact]
    public Task BackboneTriggers() => Diagnose.Finds(
        "[MixtureOfExperts(4, 2), FeedForwardExpert(8), Backbone(8, 2, Dropout = {|MOE0204:1|}), MambaMixer] partial class Model;",
        "Dropout is 1, but must be at least 0 and less than 1");

    [Theory]
    [InlineData("0")]
    [InlineData("0.1f")]
    [InlineData("0.5")]
    [InlineData("0.999999")]
    public Task DoesNotTrigger(string written) => Diagnose.FindsNothing(
        $"[MixtureOfExperts(4, 2), FeedForwardExpert(8), FeedForwardExpert(8, Dropout = {written})] partial class Model;");
}
