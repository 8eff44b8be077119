using System.Threading.Tasks;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class CapacityFactorTests
{
    [Theory]
    [InlineData("-1", "-1")]
    [InlineData("-0.1f", "-0.1")]
    [InlineData("double.NaN", "NaN")]
    [InlineData("float.PositiveInfinity", "Infinity")]
    [InlineData("double.NegativeInfinity", "-Infinity")]
    public Task Triggers(string written, string shown) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2, CapacityFactor = {{|MOE0202:{written}|}}), FeedForwardExpert] partial class Model;",
        $"CapacityFactor is {shown}, but must be 0 (dropless) or a positive finite number");

    [Theory]
    [InlineData("0")]
    [InlineData("0.5")]
    [InlineData("1.25f")]
    [InlineData("1.25")]
    [InlineData("1000")]
    [InlineData("double.Epsilon")]
    public Task DoesNotTrigger(string written) => Diagnose.FindsNothing(
        $"[MixtureOfExperts(4, 2, CapacityFactor = {written}), FeedForwardExpert] partial class Model;");
}
