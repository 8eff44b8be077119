using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class TrainingNotDeclaredTests
{
    private const string Model = "[MixtureOfExperts(4, 2), FeedForwardExpert] public partial class Model";

    [Theory]
    [InlineData("model.{|MOE0402:Fit|}([], [])", "Fit")]
    [InlineData("model.{|MOE0402:Evaluate|}([], [])", "Evaluate")]
    [InlineData("model.{|MOE0402:CreateGradients|}()", "CreateGradients")]
    [InlineData("new[] { model }[0].{|MOE0402:ComputeGradients|}()", "ComputeGradients")]
    [InlineData("model?.{|MOE0402:Fit|}()", "Fit")]
    public Task Triggers(string call, string name) => Diagnose.Finds(
        $$"""
        {{Model}};
        class User { void Train(Model model) { {{call}}; } }
        """,
        ["CS1061"],
        [],
        $"'{name}' needs [Training] on the model 'Model'");

    [Fact]
    public Task TriggersInTheModel() => Diagnose.Finds(
        Model + " { void Train() { Action again = () => {|MOE0402:Fit|}(); } }",
        ["CS0103"],
        [],
        "'Fit' needs [Training] on the model 'Model'");

    [Theory]
    [InlineData("class User { void Train(Model model) => model.Learn(); }", "CS1061")]
    [InlineData("class User { void Train(string model) => model.Fit(); }", "CS1061")]
    [InlineData("static class User { static void Fit(this Model model) => model.Fit(); }")]
    [InlineData("class User { void Fit() => Fit(); }")]
    [InlineData("[MixtureOfExperts(4, 2), FeedForwardExpert, Training] partial class Trained; class User { void Train(Trained model) => model.Fit(); }", "CS1061")]
    public Task DoesNotTrigger(string source, string? compilerError = null) => Diagnose.Finds(
        $"{Model}; {source}", compilerError is null ? [] : [compilerError], []);

    [Fact]
    public async Task FixAddsTrainingToTheModelInItsOwnFile()
    {
        const string Before = "namespace N\n{\n    // Triage.\n    [MixtureOfExperts(4, 2)]\n    [FeedForwardExpert] // one\n    public partial class Model;\n}";
        const string After = "namespace N\n{\n    // Triage.\n    [MixtureOfExperts(4, 2)]\n    [FeedForwardExpert] // one\n    [Training]\n    public partial class Model;\n}";
        (await FixOf.First("MOE0402", ("Model.cs", Before), ("User.cs", "class User { void Train(N.Model model) => model.Fit(); }")))
            .ShouldBe(After);
    }

    [Fact]
    public async Task FixQualifiesAsTheModelDoes() =>
        (await FixOf.First("MOE0402", ("Model.cs", "[Serializable, MoE.MixtureOfExperts(4, 2), MoE.FeedForwardExpert] partial class Model { void F() => this.Fit(); }")))
            .ShouldBe("[Serializable, MoE.MixtureOfExperts(4, 2), MoE.FeedForwardExpert] [MoE.Training] partial class Model { void F() => this.Fit(); }");

    [Fact]
    public async Task FixAllAddsOneAttribute() =>
        (await FixOf.All("MOE0402", Model + "\n{ void F() { this.Fit(); this.Evaluate(); } }"))
            .ShouldBe("[MixtureOfExperts(4, 2), FeedForwardExpert] [Training] public partial class Model\n{ void F() { this.Fit(); this.Evaluate(); } }");
}
