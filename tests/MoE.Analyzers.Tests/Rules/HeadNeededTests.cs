using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class HeadNeededTests
{
    private const string Kind = "enum Kind { One, Two }\n";

    [Theory]
    [InlineData("MixtureOfExperts(4, 3), Backbone(8, 2, Head = {|MOE0137:false|})", 3)]
    [InlineData("MixtureOfExperts(4), Backbone(8, 2, FinalNorm = false, Head = {|MOE0137:!true|}), Classifier<Kind>", 2)]
    public Task Triggers(string model, int outputs) => Diagnose.Finds(
        Kind + $"[{model}, MambaMixer, FeedForwardExpert(8, Count = 2)] partial class Model;",
        $"Without a head the outputs of 'Model' are what leaves its layers, but the width is 8 and there are {outputs} outputs: make them equal, or keep the head");

    [Theory]
    [InlineData("MixtureOfExperts(4, 8), Backbone(8, 2, Head = false)")]
    [InlineData("MixtureOfExperts(4, 2), Backbone(8, 2, Head = true)")]
    [InlineData("MixtureOfExperts(4), Backbone(2, 2, Head = false), Classifier<Kind>")]
    public Task DoesNotTrigger(string model) => Diagnose.FindsNothing(Kind + $"[{model}, MambaMixer, FeedForwardExpert(8, Count = 2)] partial class Model;");

    [Fact]
    public async Task TheFixKeepsTheHead()
    {
        const string Source = "[MixtureOfExperts(4, 2), Backbone(8, 2, Head = false), MambaMixer, FeedForwardExpert(8, Count = 2)] public partial class Model;";
        (await FixOf.All("MOE0137", Source)).ShouldBe(Source.Replace("false", "true"));
    }
}
