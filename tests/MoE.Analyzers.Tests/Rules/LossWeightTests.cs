using System.Threading.Tasks;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class LossWeightTests
{
    [Theory]
    [InlineData("-0.01", "-0.01")]
    [InlineData("double.NaN", "NaN")]
    [InlineData("double.PositiveInfinity", "Infinity")]
    [InlineData("1e39", "1E+39")]
    public Task Triggers(string written, string shown) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2), FeedForwardExpert, Training(LoadBalanceWeight = {{|MOE0205:{written}|}})] partial class Model;",
        $"LoadBalanceWeight is {shown}, but must be a finite number of at least 0");

    [Theory]
    [InlineData("0")]
    [InlineData("0.01")]
    [InlineData("10f")]
    public Task DoesNotTrigger(string written) => Diagnose.FindsNothing(
        $"[MixtureOfExperts(4, 2), FeedForwardExpert, Training(LoadBalanceWeight = {written})] partial class Model;");

    [Theory]
    [InlineData("-0.1", "-0.1")]
    [InlineData("double.PositiveInfinity", "Infinity")]
    public Task JitterTriggers(string written, string shown) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2), FeedForwardExpert(Count = 2), SwitchGating(Jitter = {{|MOE0205:{written}|}})] partial class Model;",
        $"Jitter is {shown}, but must be a finite number of at least 0");

    [Theory]
    [InlineData("-1", "-1")]
    [InlineData("double.NaN", "NaN")]
    public Task RotaryBaseTriggers(string written, string shown) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2), FeedForwardExpert(Count = 2), Backbone(8, 2), AttentionMixer(2, RotaryBase = {{|MOE0205:{written}|}})] partial class Model;",
        $"RotaryBase is {shown}, but must be a finite number of at least 0");

    [Theory]
    [InlineData("Limit = {|MOE0205:-7|}", "Limit is -7, but must be a finite number of at least 0")]
    [InlineData("UpOffset = {|MOE0205:double.NaN|}", "UpOffset is NaN, but must be a finite number")]
    [InlineData("Alpha = {|MOE0203:0|}", "Alpha is 0, but must be a positive finite number in single precision")]
    public Task ClampTriggers(string argument, string message) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2), GatedExpert(8, Count = 2, {argument})] partial class Model;", message);

    [Theory]
    [InlineData("Limit = 7, Alpha = 1.702, UpOffset = 1")]
    [InlineData("UpOffset = -1")]
    public Task ClampDoesNotTrigger(string arguments) => Diagnose.FindsNothing(
        $"[MixtureOfExperts(4, 2), GatedExpert(8, Count = 2, {arguments})] partial class Model;");
}
