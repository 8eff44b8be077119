using System;
using System.Linq;
using MoE.Generators.Planning;
using MoE.Specification;
using Shouldly;
using Xunit;

namespace MoE.Generators.Tests;

/// <summary>A fault of ours costs one model its bodies, not the project its generated code.</summary>
public class FailureTests
{
    private const string Models = """
        using MoE;
        [MixtureOfExperts(4, 3), FeedForwardExpert(5)] public partial class Good;
        [MixtureOfExperts(4, 3), FeedForwardExpert(5)] public partial class Bad;
        class User { float[] Use(float[] x) => Bad.Create(seed: 1).Predict(Good.Create(seed: 2).Predict(x)); }
        """;

    [Fact]
    public void One_model_s_failure_leaves_the_others()
    {
        Generation generation = Generation.Of(TestCompilation.Create(Models), new ModelGenerator(Failing));
        generation.Complaints.ShouldBeEmpty();
        string[] bad = [.. generation.Result.GeneratedSources.Where(source => source.HintName.StartsWith("Bad.", StringComparison.Ordinal)).Select(source => source.SourceText.ToString())];
        bad.ShouldHaveSingleItem().ShouldContain("[global::System.CodeDom.Compiler.GeneratedCode(\"MoE.Gen\", \"failed: InvalidOperationException: planted\")]");
        generation.Result.GeneratedSources.Count(source => source.HintName.StartsWith("Good.", StringComparison.Ordinal)).ShouldBe(1);
    }

    private static ModelPlan Failing(ModelSpec spec) =>
        spec.Declaration.Name == "Bad" ? throw new InvalidOperationException("planted") : ModelPlanner.Plan(spec);
}
