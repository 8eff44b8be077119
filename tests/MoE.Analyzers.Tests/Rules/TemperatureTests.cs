using System.Threading.Tasks;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class TemperatureTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0.0", "-0")]
    [InlineData("-1", "-1")]
    [InlineData("double.NaN", "NaN")]
    [InlineData("double.PositiveInfinity", "Infinity")]
    [InlineData("1e300", "1E+300")]
    [InlineData("1e-300", "1E-300")]
    public Task Triggers(string written, string shown) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2), FeedForwardExpert, SoftmaxGating(Bias = true, Temperature = {{|MOE0203:{written}|}})] partial class Model;",
        $"Temperature is {shown}, but must be a positive finite number in single precision");

    [Theory]
    [InlineData("1")]
    [InlineData("0.1f")]
    [InlineData("0.1")]
    [InlineData("1e-30")]
    [InlineData("1e30")]
    public Task DoesNotTrigger(string written) => Diagnose.FindsNothing(
        $"[MixtureOfExperts(4, 2), FeedForwardExpert, SoftmaxGating(Bias = true, Temperature = {written})] partial class Model;");
}
