using System.Threading.Tasks;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class HeadsDoNotFitTests
{
    [Theory]
    [InlineData("{|MOE0132:3|}", "heads is 3, which does not divide the width of 64: say HeadSize, or take another number")]
    [InlineData("{|MOE0132:128|}", "heads is 128, which does not divide the width of 64: say HeadSize, or take another number")]
    [InlineData("8, KeyValueHeads = {|MOE0132:3|}", "KeyValueHeads is 3, which does not divide the 8 heads into equal groups")]
    [InlineData("8, KeyValueHeads = {|MOE0132:16|}", "KeyValueHeads is 16, which does not divide the 8 heads into equal groups")]
    [InlineData("{|MOE0132:64|}", "a head has 1 value(s), but rotary positions turn pairs of them: make it even, or set RotaryBase to 0")]
    [InlineData("8, HeadSize = {|MOE0132:7|}", "a head has 7 value(s), but rotary positions turn pairs of them: make it even, or set RotaryBase to 0")]
    public Task Triggers(string attention, string message) => Diagnose.Finds(Model($"AttentionMixer({attention})"), message);

    [Fact]
    public Task BothTrigger() => Diagnose.Finds(
        Model("AttentionMixer({|MOE0132:5|}, KeyValueHeads = {|MOE0132:2|})"),
        "heads is 5, which does not divide the width of 64: say HeadSize, or take another number",
        "KeyValueHeads is 2, which does not divide the 5 heads into equal groups");

    [Theory]
    [InlineData("8")]
    [InlineData("8, KeyValueHeads = 2")]
    [InlineData("8, KeyValueHeads = 8, HeadSize = 6")]
    [InlineData("3, HeadSize = 32")]
    [InlineData("64, RotaryBase = 0")]
    [InlineData("8, HeadSize = 7, RotaryBase = 0")]
    public Task DoesNotTrigger(string attention) => Diagnose.FindsNothing(Model($"AttentionMixer({attention})"));

    private static string Model(string mixer) => $"[MixtureOfExperts(4, 2), Backbone(64, 2), {mixer}, FeedForwardExpert(8, Count = 2)] partial class Model;";
}
