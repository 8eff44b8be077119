using System.Threading.Tasks;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class CustomTypeSizesTests
{
    private const string Forward = "public void Forward(ReadOnlySpan<float> input, ReadOnlySpan<float> parameters, Span<float> logits) { }";

    [Theory]
    [InlineData("InputSize = 5", "'Router.InputSize' is 5, but Model has 4 inputs")]
    [InlineData("ExpertCount = 2", "'Router.ExpertCount' is 2, but Model declares 3 experts")]
    [InlineData("ParameterCount = -1", "'Router.ParameterCount' is -1, but there cannot be fewer than 0 parameters")]
    public Task Triggers(string constant, string message) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2), FeedForwardExpert(Count = 3), Gating<{{|MOE0107:Router|}}>] partial class Model; class Router : IGatingNetwork {{ public const int {constant}; {Forward} }}",
        message);

    [Theory]
    [InlineData("InputSize = 4", "'Router.InputSize' is 4, but the mixtures in the backbone of Model have 8 inputs")]
    [InlineData("InputSize = 8")]
    public Task InABackboneItReadsTheWidth(string constant, params string[] message) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2), Backbone(8, 2), MambaMixer, FeedForwardExpert(Count = 3), Gating<{(message.Length > 0 ? "{|MOE0107:Router|}" : "Router")}>] partial class Model; class Router : IGatingNetwork {{ public const int {constant}; {Forward} }}",
        message);

    [Theory]
    [InlineData("public const int InputSize = 4, ExpertCount = 3, ParameterCount = 12;")]
    [InlineData("private const int InputSize = 5;")]
    [InlineData("public const long ExpertCount = 5;")]
    [InlineData("")]
    public Task DoesNotTrigger(string members) => Diagnose.FindsNothing(
        $"[MixtureOfExperts(4, 2), FeedForwardExpert(Count = 3), Gating<Router>] partial class Model; class Router : IGatingNetwork {{ {members} {Forward} }}");
}
