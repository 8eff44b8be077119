using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class IdleLanesTests
{
    [Theory]
    [InlineData("FeedForwardExpert({|MOE0301:50|})", 50, 56)]
    [InlineData("FeedForwardExpert(64, {|MOE0301:3|})", 3, 8)]
    [InlineData("FeedForwardExpert(hidden: new[] { 64, {|MOE0301:17|} })", 17, 24)]
    [InlineData("GatedExpert({|MOE0301:Width|})", 100, 104)]
    [InlineData("GatedExpert(hidden: {|MOE0301:4 * 25|})", 100, 104)]
    public Task Triggers(string expert, int width, int whole) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2), {expert}, HashGating, FeedForwardExpert] partial class Model {{ const int Width = 100; }}",
        $"A width of {width} takes the time of {whole}: vectors hold 8 floats, or 16");

    [Fact]
    public Task DenseNetworksTrigger() => Diagnose.Finds(
        "[MixtureOfExperts(4, 2), Backbone(60, 2, DenseHidden = {|MOE0301:100|}), AttentionMixer(6), HashGating, FeedForwardExpert(8, Count = 2)] partial class Model;",
        "A width of 100 takes the time of 104: vectors hold 8 floats, or 16");

    [Theory]
    [InlineData("FeedForwardExpert")]
    [InlineData("FeedForwardExpert(8, 24)")]
    [InlineData("GatedExpert(64)")]
    public Task DoesNotTrigger(string expert) => Diagnose.FindsNoAdvice(
        $"[MixtureOfExperts(5, 3), HashGating, {expert}, FeedForwardExpert] partial class Model;");

    [Fact]
    public async Task FixRoundsUp()
    {
        const string Before = "[MixtureOfExperts(4, 2), FeedForwardExpert(50 /* ? */, 30, Name = nameof(F)), GatedExpert(3)] partial class Model { void F() { } }";
        (await FixOf.All("MOE0301", Before)).ShouldBe(Before.Replace("50", "56").Replace("30", "32").Replace("GatedExpert(3)", "GatedExpert(8)"));
    }
}
