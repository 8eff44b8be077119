using System.Threading.Tasks;
using Xunit;

namespace MoE.Analyzers.Tests;

/// <summary>MOE0107 and MOE0109 of experts of a user's types.</summary>
public sealed class CustomExpertTests
{
    private const string Sizes = "public const int InputSize = 4, OutputSize = 2;";

    private const string Forward = "public void Forward(ReadOnlySpan<float> input, ReadOnlySpan<float> parameters, Span<float> output) { }";

    [Theory]
    [InlineData("public const int InputSize = 5, OutputSize = 2;", "'Mine.InputSize' is 5, but Model has 4 inputs")]
    [InlineData("public const int InputSize = 4, OutputSize = 3;", "'Mine.OutputSize' is 3, but Model has 2 outputs")]
    [InlineData("public const int InputSize = 4;", "'Mine.OutputSize' is not declared, but Model has 2 outputs")]
    [InlineData("private const int InputSize = 4; public const int OutputSize = 2;", "'Mine.InputSize' is not declared, but Model has 4 inputs")]
    [InlineData(Sizes + " public const int ParameterCount = -2;", "'Mine.ParameterCount' is -2, but there cannot be fewer than 0 parameters")]
    public Task OtherSizes(string constants, string message) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2), FeedForwardExpert, Expert<{{|MOE0107:Mine|}}>] partial class Model; class Mine : IExpert {{ {constants} {Forward} }}", message);

    [Theory]
    [InlineData("{|MOE0107:Mine|}", 8, 2, "'Mine.OutputSize' is 2, but the mixtures in the backbone of Model have 8 outputs")]
    [InlineData("{|MOE0107:Mine|}", 4, 8, "'Mine.InputSize' is 4, but the mixtures in the backbone of Model have 8 inputs")]
    [InlineData("Mine", 8, 8)]
    public Task InABackboneSizesAreItsWidth(string type, int inputs, int outputs, params string[] message) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2), Backbone(8, 2), MambaMixer, FeedForwardExpert, Expert<{type}>] partial class Model; class Mine : IExpert {{ public const int InputSize = {inputs}, OutputSize = {outputs}; {Forward} }}", message);

    [Theory]
    [InlineData("class Mine { " + Sizes + " }", "it does not implement IExpert")]
    [InlineData("class Mine(int seed) : IExpert { " + Sizes + Forward + " }", "it has no public constructor without parameters")]
    [InlineData("file class Mine : IExpert { " + Sizes + Forward + " }", "generated code cannot see it: make it, and the types around it, internal or public")]
    [InlineData("class Mine : IExpert { " + Sizes + " void IExpert.Forward(ReadOnlySpan<float> input, ReadOnlySpan<float> parameters, Span<float> output) { } }", "generated code calls Forward directly: make it a public method, not one of the interface alone")]
    [InlineData("struct Mine : ISavedExpert { " + Sizes + Forward + " public void Save(System.Buffers.IBufferWriter<byte> state) { } public void Load(ReadOnlySpan<byte> state) { } }", "what a struct knows would be a copy's: make it a class")]
    public Task CannotBeUsed(string type, string reason) => Diagnose.Finds(
        "[MixtureOfExperts(4, 2), FeedForwardExpert, Expert<{|MOE0109:Mine|}>] partial class Model;\n" + type, $"'Mine' cannot be the expert of 'Model': {reason}");

    [Theory]
    [InlineData("class Mine : IExpert { " + Sizes + Forward + " }")]
    [InlineData("struct Mine : IExpert { " + Sizes + Forward + " }")]
    [InlineData("class Mine : Basis { " + Sizes + " } class Basis : IExpert { " + Forward + " }")]
    public Task DoesNotTrigger(string type) => Diagnose.FindsNothing("[MixtureOfExperts(4, 2), FeedForwardExpert, Expert<Mine>(Count = 3)] partial class Model;\n" + type);

    [Fact]
    public Task ATypeThatDoesNotExistIsTheCompilersAffair() =>
        Diagnose.Finds("[MixtureOfExperts(4, 2), FeedForwardExpert, Expert<Missing>] partial class Model;", ["CS0246"], []);
}
