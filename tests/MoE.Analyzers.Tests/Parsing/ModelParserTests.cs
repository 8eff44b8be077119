using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp;
using MoE.Specification;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class ModelParserTests
{
    private const string Full =
        """
        [MixtureOfExperts(1024, TopK = 2, CapacityFactor = 1.25f, MinCapacity = 3)]
        [SoftmaxGating(Temperature = 0.5, LearnTemperature = true, Bias = false, Weighting = GateWeighting.OverAll)]
        [GatedExpert(32, Name = "Type", Activation = Activation.Gelu, Bias = true)]
        [FeedForwardExpert(64, 16, Count = 2, Name = "Scope", Activation = Activation.Tanh, Bias = false, EndNorm = true, Dropout = 0.1)]
        [Classifier<DayOfWeek>]
        [Training(Loss = Loss.CrossEntropy, LoadBalance = LoadBalance.None, LoadBalanceWeight = 0.5f)]
        public partial class Model;
        """;

    [Fact]
    public void ReadsWhatIsWritten()
    {
        ModelSpec model = Parse.One(Full);
        (model.Inputs, model.Outputs, model.TopK, model.CapacityFactor.Value, model.MinCapacity).ShouldBe((1024, 0, 2, 1.25, 3));
        model.Gating.ShouldBe([new SoftmaxGatingSpec(0.5, true, false, GateWeighting.OverAll)]);
        model.Experts.ShouldBe([
            new GatedExpertSpec(1, "Type", 32, Activation.Gelu, true),
            new FeedForwardExpertSpec(2, "Scope", ImmutableArray.Create(64, 16), Activation.Tanh, false, true, 0.1)]);
        model.Classifier!.EnumType.ShouldBe("global::System.DayOfWeek");
        model.Classifier.Members.ShouldBe(["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]);
        model.Training.ShouldBe(new TrainingSpec(Loss.CrossEntropy, LoadBalance.None, 0.5));
    }

    [Fact]
    public void DefaultsAreThoseOfTheAttributes()
    {
        ModelSpec model = Parse.One("[MixtureOfExperts(4, 2), SoftmaxGating, FeedForwardExpert, GatedExpert(3), Training] partial class Model;");
        (model.TopK, model.CapacityFactor.Value, model.MinCapacity).ShouldBe((1, 0.0, 1));
        model.Gating.ShouldBe([SoftmaxGatingSpec.Default]);
        model.Experts.ShouldBe([
            new FeedForwardExpertSpec(1, null, default, Activation.ReLU, true, false, 0),
            new GatedExpertSpec(1, null, 3, Activation.SiLU, false)]);
        model.Training.ShouldBe(new TrainingSpec(Loss.Auto, LoadBalance.Auto, 0.01));
    }

    [Fact]
    public void ArgumentsMayBeNamedAndConstant()
    {
        ModelSpec model = Parse.One(
            "[MixtureOfExperts(outputs: K + 1, inputs: 2 * K), FeedForwardExpert(hidden: new[] { K, 7 })] partial class Model { const int K = 3; }");
        (model.Inputs, model.Outputs).ShouldBe((6, 4));
        model.Experts.ShouldHaveSingleItem().ShouldBeOfType<FeedForwardExpertSpec>().Hidden.ShouldBe([3, 7]);
    }

    [Fact]
    public void EnumInAnotherFile()
    {
        const string Model = "[MixtureOfExperts(4), FeedForwardExpert, Classifier<Kinds.Kind>] partial class Model;";
        ModelSpec model = Parse.One(Model, "namespace Kinds; enum Kind { B = 2, A = 1, @class = -1 }");
        model.Classifier.ShouldBe(new ClassifierSpec(
            "global::Kinds.Kind", ImmutableArray.Create("B", "A", "class"), default, IsEnum: true, IsFlags: false, IsLessVisible: false));
        Parse.One(Model, "namespace Kinds; enum Kind { B = 2, A = 1 }").ShouldNotBe(model);
    }

    [Fact]
    public void EqualDeclarationsAreEqualSpecs()
    {
        ModelSpec first = Parse.One(Full);
        ModelSpec second = Parse.One("// elsewhere\n\n" + Full, "class Unrelated;");
        second.ShouldBe(first);
        second.GetHashCode().ShouldBe(first.GetHashCode());
    }

    [Theory]
    [InlineData("1024", "1023")]
    [InlineData("TopK = 2", "TopK = 1")]
    [InlineData("1.25f", "1.26f")]
    [InlineData("MinCapacity = 3", "MinCapacity = 2")]
    [InlineData("Temperature = 0.5", "Temperature = double.NaN")]
    [InlineData("LearnTemperature = true", "LearnTemperature = false")]
    [InlineData("OverAll", "OverSelected")]
    [InlineData("GatedExpert(32", "GatedExpert(33")]
    [InlineData("\"Type\"", "\"Types\"")]
    [InlineData("Gelu", "GeluTanh")]
    [InlineData("64, 16", "16, 64")]
    [InlineData("Count = 2", "Count = 3")]
    [InlineData("EndNorm = true", "EndNorm = false")]
    [InlineData("Dropout = 0.1", "Dropout = 0.2")]
    [InlineData("DayOfWeek", "DateTimeKind")]
    [InlineData("Loss.CrossEntropy", "Loss.Auto")]
    [InlineData("LoadBalance.None", "LoadBalance.Switch")]
    [InlineData("0.5f", "0.6f")]
    [InlineData("public partial", "partial")]
    [InlineData("class Model;", "class Model { int _x; }")]
    [InlineData("class Model;", "class Models;")]
    public void EqualityCoversEverything(string before, string after) =>
        Parse.One(Full.Replace(before, after)).ShouldNotBe(Parse.One(Full));

    [Theory]
    [InlineData("[MixtureOfExperts] partial class Model;")]
    [InlineData("[MixtureOfExperts(\"four\", null, TopK = \"two\", CapacityFactor = null)] partial class Model;")]
    [InlineData("[MixtureOfExperts(4, 2, TopK = Missing, Nonsense = 3)] partial class Model;")]
    [InlineData("[MixtureOfExperts(1, 2, 3, 4), GatedExpert, GatedExpert(\"x\"), GatedExpert(1, 2)] partial class Model;")]
    [InlineData("[MixtureOfExperts(4, 2)][MixtureOfExperts(5, 3)] partial class Model;")]
    [InlineData("[MixtureOfExperts(4, 2), FeedForwardExpert(null), FeedForwardExpert(1, null, \"x\"), FeedForwardExpert(Name = 3)] partial class Model;")]
    [InlineData("[MixtureOfExperts(4), FeedForwardExpert, Classifier<Missing>] partial class Model;")]
    [InlineData("[MixtureOfExperts(4), FeedForwardExpert, Classifier<int>] partial class Model;")]
    [InlineData("[MixtureOfExperts(4), FeedForwardExpert, Classifier<int[]>] partial class Model;")]
    [InlineData("[MixtureOfExperts(4), FeedForwardExpert, Classifier<>] partial class Model;")]
    [InlineData("[MixtureOfExperts(4), FeedForwardExpert, Classifier] partial class Model;")]
    [InlineData("[MixtureOfExperts(4), FeedForwardExpert, Classifier<T>] partial class Model<T> where T : struct, Enum;")]
    [InlineData("[MixtureOfExperts(4), FeedForwardExpert, Classifier<Kind>] partial class Model; enum Kind { A = B, B = A, C = Missing, A }")]
    [InlineData("[MixtureOfExperts(4, 2), FeedForwardExpert, SoftmaxGating, SoftmaxGating, Training, Training] partial class Model : Model;")]
    [InlineData("[MixtureOfExperts(4, 2), FeedForwardExpert] partial class ; [MixtureOfExperts(")]
    [InlineData("[MixtureOfExperts(4, 2), FeedForwardExpert] enum Model { A }")]
    [InlineData("[MixtureOfExperts(4, 2), FeedForwardExpert] delegate void Model();")]
    [InlineData("[MixtureOfExperts(4, 2), FeedForwardExpert] interface Model;")]
    [InlineData("[MixtureOfExperts(int.MinValue, int.MaxValue, TopK = int.MaxValue), FeedForwardExpert(Count = int.MaxValue, Name = \"A\"), FeedForwardExpert(Count = int.MaxValue, Name = \"A99999999999999\")] partial class Model;")]
    public async Task IsTotal(string source)
    {
        CSharpCompilation compilation = TestCompilation.Create(source);
        (await AllRules.DiagnoseAsync(compilation)).Select(diagnostic => diagnostic.Id).ShouldNotContain("AD0001");
        foreach (ModelSpec model in Parse.All(source))
        {
            EquatableArray<Finding> findings = ModelChecks.Run(model);
            findings.ShouldNotContain(finding => finding.RuleId == "MOE0999");
        }
    }
}
