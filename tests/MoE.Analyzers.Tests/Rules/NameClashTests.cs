using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class NameClashTests
{
    [Theory]
    [InlineData("public const int {|MOE0007:TopK|} = 1;", "TopK")]
    [InlineData("public int {|MOE0007:Predict|}(string text) => 0;", "Predict")]
    [InlineData("public static int {|MOE0007:Parameters|} => 0;", "Parameters")]
    [InlineData("enum {|MOE0007:Expert|} { A }", "Expert")]
    [InlineData("float {|MOE0007:_mixture|} => 1;", "_mixture")]
    [InlineData("readonly float[] {|MOE0007:_parameters|} = [];", "_parameters")]
    [InlineData("event Action? {|MOE0007:Load|} { add { } remove { } }", "Load")]
    public Task Triggers(string member, string name) => Diagnose.Finds(
        $$"""[MixtureOfExperts(4, 2), FeedForwardExpert] public partial class Model { {{member}} }""",
        $"The member '{name}' has a name that the generated part of 'Model' needs: rename it");

    [Theory]
    [InlineData("[Training]", "void {|MOE0007:Fit|}() { }", "Fit")]
    [InlineData("[Training]", "class {|MOE0007:IndicesOf|};", "IndicesOf")]
    [InlineData("[Classifier<DayOfWeek>]", "void {|MOE0007:Classify|}() { }", "Classify")]
    [InlineData("[Backbone(8, 2), MambaMixer]", "void {|MOE0007:CreateState|}() { }", "CreateState")]
    [InlineData("[Backbone(8, 2), MambaMixer]", "void {|MOE0007:LoadState|}() { }", "LoadState")]
    [InlineData("[Backbone(8, 2), AttentionMixer(2)]", "void {|MOE0007:Step|}() { }", "Step")]
    public Task TriggersWhereTheMemberIsGenerated(string attribute, string member, string name) => Diagnose.Finds(
        $$"""[MixtureOfExperts(4, 7), FeedForwardExpert]{{attribute}} public partial class Model { {{member}} }""",
        $"The member '{name}' has a name that the generated part of 'Model' needs: rename it");

    [Fact]
    public Task TriggersInEveryPart() => Diagnose.Finds(
        "[MixtureOfExperts(4, 2), FeedForwardExpert] partial class Model; partial class Model { int {|MOE0007:Save|}; public int X => Save = 0; }",
        "The member 'Save' has a name that the generated part of 'Model' needs: rename it");

    [Theory]
    [InlineData("Expert")]
    [InlineData("TopK")]
    public Task TriggersOnTheClass(string name) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2), FeedForwardExpert] public partial class {{|MOE0007:{name}|}};",
        $"The class '{name}' has a name that the generated part of '{name}' needs: rename it");

    [Fact]
    public Task TriggersOnTheGeneratedConstructor() => Diagnose.Finds(
        "[MixtureOfExperts(4, 2), FeedForwardExpert] public partial class Model { Model(int x) { } {|MOE0007:Model|}(MoE.Persistence.ParameterBuffer parameters) { } }",
        "The constructor 'Model(MoE.Persistence.ParameterBuffer)' has a name that the generated part of 'Model' needs: rename it");

    [Fact]
    public Task TriggersOnATypeParameterAround() => Diagnose.Finds(
        "partial class Outer<{|MOE0007:Expert|}> { [MixtureOfExperts(4, 2), FeedForwardExpert] public partial class Model; }",
        "The member 'Expert' has a name that the generated part of 'Model' needs: rename it");

    [Fact]
    public async Task TriggersOnAGlobalTypeNamedMoE()
    {
        CSharpCompilation compilation = TestCompilation.Create([]);
        compilation = compilation
            .RemoveAllSyntaxTrees()
            .ReplaceReference(
                TestCompilation.References.Last(),
                TestCompilation.References.Last().WithAliases(["library"]))
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText(
                "extern alias library; class MoE; [library::MoE.MixtureOfExperts(4, 2), library::MoE.FeedForwardExpert] partial class Model;"));
        TestCompilation.ErrorsOf(compilation).ShouldBeEmpty();
        (await AllRules.DiagnoseAsync(compilation)).ShouldHaveSingleItem().GetMessage(CultureInfo.InvariantCulture).ShouldBe(
            "The type in the global namespace 'MoE' has a name that the generated part of 'Model' needs: rename it");
    }

    [Theory]
    [InlineData("[MixtureOfExperts(4, 2), FeedForwardExpert] public partial class Model { public Model(int x) { } int topK; public int X => topK = 1; }")]
    [InlineData("[MixtureOfExperts(4, 2), FeedForwardExpert] public partial class Model { void Fit() { } void Classify() { } void Step() { } }")]
    [InlineData("[MixtureOfExperts(4, 2), FeedForwardExpert] public partial class Model : I { int I.Predict => 0; } interface I { int Predict { get; } }")]
    [InlineData("namespace X.MoE { [MixtureOfExperts(4, 2), FeedForwardExpert] public partial class Model; }")]
    public Task DoesNotTrigger(string source) => Diagnose.FindsNothing(source);

    [Fact]
    public Task DoesNotTriggerOnTheGeneratedPart() => Diagnose.Finds(
        "[MixtureOfExperts(4, 2), FeedForwardExpert] public partial class Model;",
        [],
        [("Model.g.cs", "partial class Model { public const int TopK = 1; }")]);
}
