using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests;

/// <summary>The harness fails when it should.</summary>
public sealed class HarnessTests
{
    private const string Message = "TopK is 2, but the model has 1 expert(s)";

    [Theory]
    [InlineData("TopK = 2", null)]
    [InlineData("{|MOE0101:TopK = 2|}", Message)]
    [InlineData("TopK = {|MOE0102:2|}", Message)]
    [InlineData("TopK = {|MOE0101:2|}", "TopK is 3")]
    [InlineData("TopK = {|MOE0101:1|}", Message)]
    [InlineData("TopK = {|MOE0101:2|}", null)]
    [InlineData("TopK = {|MOE0101:2|}, Missing = 1", Message)]
    public Task Fails(string argument, string? message) => Assert.ThrowsAsync<ShouldAssertException>(() => Check(argument, message));

    [Fact]
    public Task Passes() => Check("TopK = {|MOE0101:2|}", Message);

    private static Task Check(string argument, string? message) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2, {argument}), FeedForwardExpert] partial class Model;",
        message is null ? [] : [message]);
}
