using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class GeneratedConstantArgumentTests
{
    // What the generator would have written, which these tests do not run.
    private static readonly (string Path, string Source)[] Generated =
    [
        ("Model.g.cs", "partial class Model { public const int ExpertCount = 1; public enum Expert { A, B } }"),
        ("Other.g.cs", "partial class Other { public const int OutputSize = 3; }"),
    ];

    [Theory]
    [InlineData("MixtureOfExperts(4, 2, TopK = {|MOE0006:Model.ExpertCount|}), FeedForwardExpert", "Model.ExpertCount")]
    [InlineData("MixtureOfExperts({|MOE0006:1 + Other.OutputSize|}, 2), FeedForwardExpert", "Other.OutputSize")]
    [InlineData("MixtureOfExperts(4, 2), FeedForwardExpert(8, {|MOE0006:Other.OutputSize|})", "Other.OutputSize")]
    [InlineData("MixtureOfExperts(4, 2), FeedForwardExpert(Name = {|MOE0006:nameof(Model.Expert.A)|})", "Model.Expert.A")]
    [InlineData("MixtureOfExperts(4), FeedForwardExpert, Classifier<{|MOE0006:Model.Expert|}>", "Model.Expert")]
    public Task Triggers(string attributes, string constant) => Diagnose.Finds(
        $$"""
        [{{attributes}}] public partial class Model;
        [MixtureOfExperts(4, 3), FeedForwardExpert] public partial class Other;
        """,
        [],
        Generated,
        $"'{constant}' is generated from attributes such as this one and does not exist yet when they are read: write the value");

    [Theory]
    [InlineData("{|MOE0006:Model.Indirect|}")]
    [InlineData("{|MOE0006:1 + Elsewhere.Far|}")]
    [InlineData("{|MOE0006:(int)Level.High|}")]
    public Task TriggersThroughConstants(string value) => Diagnose.Finds(
        $$"""
        [MixtureOfExperts({{value}}, 2), FeedForwardExpert] public partial class Model { public const int Indirect = ExpertCount; }
        public enum Level { Low, High = Model.ExpertCount + 1 }
        """,
        [],
        [.. Generated, ("Other.cs", "partial class Other; static class Elsewhere { public const int Near = Model.ExpertCount, Far = 2 * Near; }")],
        "'Model.ExpertCount' is generated from attributes such as this one and does not exist yet when they are read: write the value");

    [Fact]
    public Task DoesNotTurnInCircles() => Diagnose.Finds(
        "[MixtureOfExperts({|MOE0201:A|}, 2), FeedForwardExpert] public partial class Model { const int A = B; const int B = A; }",
        ["CS0110", "CS0182"],
        [],
        "inputs is 0, but must be at least 1");

    [Theory]
    [InlineData("MixtureOfExperts(4, 2, TopK = Own), FeedForwardExpert")]
    [InlineData("MixtureOfExperts(Else.OutputSize, 2), FeedForwardExpert")]
    [InlineData("MixtureOfExperts(4, 2), FeedForwardExpert(Name = nameof(Model)), Obsolete(\"\" + nameof(Other.OutputSize))")]
    [InlineData("MixtureOfExperts(4), FeedForwardExpert, Classifier<Kind>")]
    public Task DoesNotTrigger(string attributes) => Diagnose.Finds(
        $$"""
        using static Model;
        [{{attributes}}] public partial class Model { public const int Own = 1; public enum Kind { A, B } }
        [MixtureOfExperts(4, 3), FeedForwardExpert] public partial class Other;
        public static class Else { public const int OutputSize = 3; }
        """,
        [],
        Generated);

    [Fact]
    public async Task FixWritesTheValue()
    {
        const string Source =
            """
            [MixtureOfExperts(1 + Other.OutputSize, 2), FeedForwardExpert] public partial class Model;
            [MixtureOfExperts(4, 3), FeedForwardExpert] public partial class Other;
            """;
        (await FixOf.First("MOE0006", [("Model.cs", Source), .. Generated])).ShouldBe(Source.Replace("1 + Other.OutputSize", "4"));
    }

    [Fact]
    public async Task NoFixForAType() =>
        (await FixOf.First(
            "MOE0006",
            [("Model.cs", "[MixtureOfExperts(4), FeedForwardExpert, Classifier<Model.Expert>] public partial class Model;"), Generated[0]]))
            .ShouldBeNull();
}
