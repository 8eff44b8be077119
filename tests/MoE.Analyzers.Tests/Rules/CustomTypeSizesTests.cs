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
    [InlineData("public const int InputSize = 4, ExpertCount = 3, ParameterCount = 12;")]
    [InlineData("private const int InputSize = 5;")]
    [InlineData("public const long ExpertCount = 5;")]
    [InlineData("")]
    public Task DoesNotTrigger(string members) => Diagnose.FindsNothing(
        $"[MixtureOfExperts(4, 2), FeedForwardExpert(Count = 3), Gating<Router>] partial class Model; class Router : IGatingNetwork {{ {members} {Forward} }}");
}
