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
    public Task DoesNotTrigger(string attributes) => Diagnose.FindsNothing($"[{attributes}] partial class Model;");
}
