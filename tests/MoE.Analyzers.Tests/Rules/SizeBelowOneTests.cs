using System.Threading.Tasks;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class SizeBelowOneTests
{
    [Theory]
    [InlineData("MixtureOfExperts({|MOE0201:0|}, 2), GatedExpert(1)", "inputs", 0)]
    [InlineData("MixtureOfExperts(outputs: 2, inputs: {|MOE0201:-1|}), GatedExpert(1)", "inputs", -1)]
    [InlineData("MixtureOfExperts(4, {|MOE0201:-2|}), GatedExpert(1)", "outputs", -2)]
    [InlineData("MixtureOfExperts(4, 2, MinCapacity = {|MOE0201:0|}), GatedExpert(1)", "MinCapacity", 0)]
    [InlineData("MixtureOfExperts(4, 2), GatedExpert({|MOE0201:0|})", "hidden", 0)]
    [InlineData("MixtureOfExperts(4, 2), GatedExpert(1, Count = 2), SlotGating({|MOE0201:0|})", "slotsPerExpert", 0)]
    [InlineData("MixtureOfExperts(4, 2), GatedExpert(1), GatedExpert(Count = 2, hidden: {|MOE0201:-7|})", "hidden", -7, "CS1016")]
    [InlineData("MixtureOfExperts(4, 2), GatedExpert(1), FeedForwardExpert, GatedExpert(1, Count = {|MOE0201:0|})", "Count", 0)]
    [InlineData("MixtureOfExperts(4, 2, TopK = 5), FeedForwardExpert(Count = {|MOE0201:-3|})", "Count", -3)]
    [InlineData("MixtureOfExperts(4, 2), FeedForwardExpert(8, {|MOE0201:0|}, 8, Bias = false)", "hidden", 0)]
    [InlineData("MixtureOfExperts(4, 2), FeedForwardExpert(new[] { 8, 7, {|MOE0201:0|} })", "hidden", 0)]
    [InlineData("MixtureOfExperts(4, 2), FeedForwardExpert(new int[] { {|MOE0201:0|} })", "hidden", 0)]
    [InlineData("MixtureOfExperts(4, 2), FeedForwardExpert([1, {|MOE0201:0|}])", "hidden", 0)]
    [InlineData("MixtureOfExperts(4, 2), FeedForwardExpert(hidden: [{|MOE0201:0|}, 1])", "hidden", 0)]
    [InlineData("MixtureOfExperts(4, 2), FeedForwardExpert(hidden: {|MOE0201:0|})", "hidden", 0)]
    [InlineData("MixtureOfExperts(4, 2), GatedExpert(1), MambaMixer, Backbone({|MOE0201:0|}, 2)", "width", 0)]
    [InlineData("MixtureOfExperts(4, 2), GatedExpert(1), MambaMixer, Backbone(8, {|MOE0201:0|})", "layers", 0)]
    [InlineData("MixtureOfExperts(4, 2), GatedExpert(1), MambaMixer, Backbone(layers: 2, width: 8, DenseHidden = {|MOE0201:-1|})", "DenseHidden", -1)]
    [InlineData("MixtureOfExperts(4, 2), GatedExpert(1), Backbone(8, 2), MambaMixer(StateSize = {|MOE0201:0|})", "StateSize", 0)]
    [InlineData("MixtureOfExperts(4, 2), GatedExpert(1), Backbone(8, 2), MambaMixer(ConvolutionWidth = {|MOE0201:0|})", "ConvolutionWidth", 0)]
    [InlineData("MixtureOfExperts(4, 2), GatedExpert(1), Backbone(8, 2), MambaMixer(TimeStepRank = {|MOE0201:-2|})", "TimeStepRank", -2)]
    [InlineData("MixtureOfExperts(4, 2), MambaExpert(Expand = {|MOE0201:0|}), Backbone(8, 2), MambaMixer", "Expand", 0)]
    [InlineData("MixtureOfExperts(4, 2), GatedExpert(1), Backbone(8, 2), AttentionMixer({|MOE0201:0|})", "heads", 0)]
    [InlineData("MixtureOfExperts(4, 2), GatedExpert(1), Backbone(8, 2), AttentionMixer(2, KeyValueHeads = {|MOE0201:-2|})", "KeyValueHeads", -2)]
    [InlineData("MixtureOfExperts(4, 2), GatedExpert(1), Backbone(8, 2), AttentionMixer(2, HeadSize = {|MOE0201:-3|})", "HeadSize", -3)]
    [InlineData("MixtureOfExperts(4, 2), GatedExpert(1), Backbone(8, 2), AttentionMixer(2, Window = {|MOE0201:-1|})", "Window", -1)]
    public Task Triggers(string attributes, string name, int value, string? compilerError = null) => Diagnose.Finds(
        $"[{attributes}] partial class Model;",
        compilerError is null ? [] : [compilerError],
        [],
        $"{name} is {value}, but must be at least 1");

    [Fact]
    public Task TriggersOnEachWidth() => Diagnose.Finds(
        "[MixtureOfExperts(4, 2), FeedForwardExpert({|MOE0201:0|}, 1, {|MOE0201:-1|})] partial class Model;",
        "hidden is 0, but must be at least 1",
        "hidden is -1, but must be at least 1");

    [Theory]
    [InlineData("MixtureOfExperts(1, 1, MinCapacity = 1), GatedExpert(1)")]
    [InlineData("MixtureOfExperts(4, 2), FeedForwardExpert")]
    [InlineData("MixtureOfExperts(4, 2), FeedForwardExpert(null)")]
    [InlineData("MixtureOfExperts(4, 2), FeedForwardExpert(new int[0])")]
    [InlineData("MixtureOfExperts(4, 2), GatedExpert(1), Backbone(8, 2, DenseHidden = 0), AttentionMixer(2, KeyValueHeads = 0, HeadSize = 0, Window = 0)")]
    [InlineData("MixtureOfExperts(4, 2), GatedExpert(1), Backbone(1, 2), MambaMixer(StateSize = 1, ConvolutionWidth = 1, Expand = 1, TimeStepRank = 0)")]
    public Task DoesNotTrigger(string attributes) => Diagnose.FindsNothing($"[{attributes}] partial class Model;");
}
