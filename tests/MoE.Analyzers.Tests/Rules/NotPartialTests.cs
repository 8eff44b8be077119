using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class NotPartialTests
{
    [Theory]
    [InlineData("public class {|MOE0001:Model|};")]
    [InlineData("sealed class {|MOE0001:Model|} { }")]
    public Task Triggers(string declaration) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2), FeedForwardExpert] {declaration}",
        "'Model' must be partial: the compiler writes the rest of the model into it");

    [Theory]
    [InlineData("[MixtureOfExperts(4, 2), FeedForwardExpert] partial class Model;")]
    [InlineData("[MixtureOfExperts(4, 2), FeedForwardExpert] partial class Model; partial class Model { }")]
    [InlineData("class NoModel;")]
    public Task DoesNotTrigger(string source) => Diagnose.FindsNothing(source);

    [Theory]
    [InlineData("public sealed class Model;", "public sealed partial class Model;")]
    [InlineData("class Model { }", "partial class Model { }")]
    [InlineData("/* kept */ class Model;", "/* kept */ partial class Model;")]
    public async Task FixAddsPartial(string before, string after)
    {
        const string Attributes = "// A model.\n[MixtureOfExperts(4, 2)]\n[FeedForwardExpert]\n";
        (await FixOf.First("MOE0001", ("Model.cs", Attributes + before))).ShouldBe(Attributes + after);
    }

    [Fact]
    public async Task FixAllAddsEveryPartial() =>
        (await FixOf.All("MOE0001", "[MixtureOfExperts(4, 2), FeedForwardExpert] class A;\n[MixtureOfExperts(4, 2), FeedForwardExpert] class B;"))
            .ShouldBe("[MixtureOfExperts(4, 2), FeedForwardExpert] partial class A;\n[MixtureOfExperts(4, 2), FeedForwardExpert] partial class B;");
}
