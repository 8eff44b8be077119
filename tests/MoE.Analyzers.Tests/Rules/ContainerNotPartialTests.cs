using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class ContainerNotPartialTests
{
    private const string Model = "[MixtureOfExperts(4, 2), FeedForwardExpert] partial class Model;";

    [Theory]
    [InlineData("class {|MOE0002:Outer|}")]
    [InlineData("struct {|MOE0002:Outer|}")]
    [InlineData("record {|MOE0002:Outer|}(int X)")]
    [InlineData("readonly record struct {|MOE0002:Outer|}<T>")]
    [InlineData("interface {|MOE0002:Outer|}")]
    public Task Triggers(string outer) => Diagnose.Finds(
        $$"""namespace N; {{outer}} { {{Model}} }""",
        "'Outer' must be partial: the model 'Model' in it is written in another file");

    [Fact]
    public Task TriggersOnEachContainer() => Diagnose.Finds(
        $$"""class {|MOE0002:A|} { partial class B { class {|MOE0002:C|} { {{Model}} } } }""",
        "'A' must be partial: the model 'Model' in it is written in another file",
        "'C' must be partial: the model 'Model' in it is written in another file");

    [Theory]
    [InlineData("partial class Outer")]
    [InlineData("static partial class Outer")]
    [InlineData("partial record struct Outer<T>")]
    [InlineData("partial interface Outer")]
    public Task DoesNotTrigger(string outer) => Diagnose.FindsNothing($$"""{{outer}} { {{Model}} }""");

    [Fact]
    public async Task FixAddsPartial() =>
        (await FixOf.First("MOE0002", ("Model.cs", $$"""public record Outer { {{Model}} }""")))
            .ShouldBe($$"""public partial record Outer { {{Model}} }""");
}
