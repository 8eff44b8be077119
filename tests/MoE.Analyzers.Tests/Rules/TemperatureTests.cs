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
    [InlineData("ResidualBlock(NormEpsilon = {|MOE0203:0|})", "NormEpsilon is 0")]
    [InlineData("Backbone(4, 2, NormEpsilon = {|MOE0203:-1e-5|}), MambaMixer", "NormEpsilon is -1E-05")]
    public Task NormsTrigger(string block, string beginning) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 4), FeedForwardExpert, {block}] partial class Model;", $"{beginning}, but must be a positive finite number in single precision");

    [Theory]
    [InlineData("1")]
    [InlineData("0.1f")]
    [InlineData("0.1")]
    [InlineData("1e-30")]
    [InlineData("1e30")]
    public Task DoesNotTrigger(string written) => Diagnose.FindsNothing(
        $"[MixtureOfExperts(4, 2), FeedForwardExpert, SoftmaxGating(Bias = true, Temperature = {written})] partial class Model;");
}
