using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class AttributeWithoutModelTests
{
    [Theory]
    [InlineData("FeedForwardExpert(8)")]
    [InlineData("GatedExpert(8)")]
    [InlineData("SoftmaxGating")]
    [InlineData("Training")]
    [InlineData("Classifier<DayOfWeek>")]
    public Task Triggers(string attribute) => Diagnose.Finds(
        $"[Serializable, {{|MOE0008:{attribute}|}}] class Model;",
        "'Model' has no [MixtureOfExperts], so this attribute does nothing");

    [Fact]
    public Task TriggersOnEachAttribute() => Diagnose.Finds(
        "[{|MOE0008:GatedExpert(8)|}] [{|MOE0008:GatedExpert(9)|}] class Model;",
        "'Model' has no [MixtureOfExperts], so this attribute does nothing",
        "'Model' has no [MixtureOfExperts], so this attribute does nothing");

    [Theory]
    [InlineData("[MixtureOfExperts(4, 2)] partial class Model; [FeedForwardExpert] partial class Model;")]
    [InlineData("[Mine.Training] class Model; namespace Mine { class TrainingAttribute : Attribute; }")]
    [InlineData("[Serializable] class Model;")]
    public Task DoesNotTrigger(string source) => Diagnose.FindsNothing(source);

    [Theory]
    [InlineData("[GatedExpert(8)] class Model;", "[MixtureOfExperts(inputs: 0, outputs: 0)] [GatedExpert(8)] class Model;")]
    [InlineData(
        "class Outer\n{\n    /// <summary>Doc.</summary>\n    [Classifier<DayOfWeek>] // why\n    class Model;\n}",
        "class Outer\n{\n    /// <summary>Doc.</summary>\n    [MixtureOfExperts(inputs: 0)]\n    [Classifier<DayOfWeek>] // why\n    class Model;\n}")]
    [InlineData("[global::MoE.GatedExpert(8)] class Model;", "[global::MoE.MixtureOfExperts(inputs: 0, outputs: 0)] [global::MoE.GatedExpert(8)] class Model;")]
    public async Task FixAddsTheModelAttribute(string before, string after) =>
        (await FixOf.First("MOE0008", ("Model.cs", before))).ShouldBe(after);

    [Fact]
    public async Task FixAllAddsOneAttribute() =>
        (await FixOf.All("MOE0008", "[Training, GatedExpert(8)]\nclass Model;"))
            .ShouldBe("[MixtureOfExperts(inputs: 0, outputs: 0)]\n[Training, GatedExpert(8)]\nclass Model;");
}
