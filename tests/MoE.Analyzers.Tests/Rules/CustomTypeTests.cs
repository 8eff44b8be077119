using System.Threading.Tasks;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class CustomTypeTests
{
    private const string Model = "[MixtureOfExperts(4, 2), FeedForwardExpert(Count = 3), Gating<{|MOE0109:Router|}>] partial class Model;\n";

    private const string Forward = "public void Forward(ReadOnlySpan<float> input, ReadOnlySpan<float> parameters, Span<float> logits) { }";

    [Theory]
    [InlineData("class Router;", "it does not implement IGatingNetwork")]
    [InlineData("abstract class Router : IGatingNetwork { " + Forward + " }", "it has no public constructor without parameters")]
    [InlineData("class Router(int seed) : IGatingNetwork { " + Forward + " }", "it has no public constructor without parameters")]
    [InlineData("class Router : IGatingNetwork { private Router() { } " + Forward + " }", "it has no public constructor without parameters")]
    [InlineData("file class Router : IGatingNetwork { " + Forward + " }", "generated code cannot see it: make it, and the types around it, internal or public")]
    [InlineData("interface Router : IGatingNetwork;", "it has no public constructor without parameters")]
    public Task Triggers(string router, string reason) =>
        Diagnose.Finds(Model + router, $"'Router' cannot be the gating of 'Model': {reason}");

    [Fact]
    public Task APrivateTypeIsFound() => Diagnose.Finds(
        "partial class Outer { [MixtureOfExperts(4, 2), FeedForwardExpert(Count = 3), Gating<{|MOE0109:Router|}>] partial class Model; private class Router : IGatingNetwork { " + Forward + " } }",
        "'Outer.Router' cannot be the gating of 'Model': generated code cannot see it: make it, and the types around it, internal or public");

    [Fact]
    public Task AnArrayIsFound() => Diagnose.Finds(
        "[MixtureOfExperts(4, 2), FeedForwardExpert(Count = 3), Gating<{|MOE0109:int[]|}>] partial class Model;",
        "'int[]' cannot be the gating of 'Model': it is no class of its own");

    [Theory]
    [InlineData("class Router : IGatingNetwork { " + Forward + " }")]
    [InlineData("struct Router : IGatingNetwork { " + Forward + " }")]
    [InlineData("class Router : Basis; class Basis : IGatingNetwork { " + Forward + " }")]
    [InlineData("class Router : ITrainableGating { " + Forward + " public void Backward(ReadOnlySpan<float> input, ReadOnlySpan<float> parameters, ReadOnlySpan<float> logitGradients, Span<float> parameterGradients) { } }")]
    [InlineData("class Router : IGatingNetwork { void IGatingNetwork.Forward(ReadOnlySpan<float> input, ReadOnlySpan<float> parameters, Span<float> logits) { } }")]
    public Task DoesNotTrigger(string router) => Diagnose.FindsNothing(Model.Replace("{|MOE0109:", "").Replace("|}", "") + router);

    [Fact]
    public Task ATypeThatDoesNotExistIsTheCompilersAffair() =>
        Diagnose.Finds("[MixtureOfExperts(4, 2), FeedForwardExpert(Count = 3), Gating<Missing>] partial class Model;", ["CS0246"], []);
}
