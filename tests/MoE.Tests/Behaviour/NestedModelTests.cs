using System.IO;
using System.Linq;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Behaviour;

/// <summary>Mixtures within mixtures.</summary>
public class NestedModelTests
{
    private const int Rows = 41;
    private readonly float[] _inputs = SampleData.Uniform(1, Rows * 21, 1);
    private readonly float[] _targets = SampleData.Uniform(2, Rows * 9, 1);

    [Fact]
    public void One_inside_is_the_model_by_itself()
    {
        ThreeLevels outer = ThreeLevels.Create(3);
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            outer.Save(path);
            float[] inside = new float[Rows * 9];
            outer.PredictExpert((int)ThreeLevels.Expert.Inner1, _inputs, inside);
            InnerMixture.Load(path, "experts.2").Predict(_inputs).ShouldBe(inside);
            outer.PredictExpert((int)ThreeLevels.Expert.Middle, _inputs, inside);
            MiddleMixture.Load(path, "experts.3").Predict(_inputs).ShouldBe(inside);
            InnerMixture.Load(path, "experts.3.experts.0").ShouldNotBeNull();
            ThreeLevels.Load(path).Predict(_inputs).ShouldBe(outer.Predict(_inputs));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Its_costs_are_the_model_s_own()
    {
        MiddleMixture.ParameterCount.ShouldBe(InnerMixture.ParameterCount + (2 * 21) + (21 * 5) + 5 + (5 * 9) + 9);
        MiddleMixture.ActiveParameterCount.ShouldBe((2 * 21) + InnerMixture.ActiveParameterCount);
        MiddleMixture.FlopsPerRow.ShouldBe((2 * 2 * 21) + InnerMixture.FlopsPerRow);
    }

    [Fact]
    public void All_levels_learn()
    {
        ThreeLevels model = ThreeLevels.Create(3), before = ThreeLevels.Create(3);
        FitReport report = model.Fit(_inputs, _targets, new FitOptions { Epochs = 20, LearningRate = 0.01 });
        report.Epochs[^1].Task.ShouldBeLessThan(report.Epochs[0].Task);
        string[] same = [.. ThreeLevels.Parameters.Select(tensor => tensor.Name).Where(name => Get(model, name).SequenceEqual(Get(before, name)))];
        same.ShouldBeEmpty();
    }

    [Fact]
    public void The_gate_learns_with_all_inside_as_it_was()
    {
        ThreeLevels model = ThreeLevels.Create(3), before = ThreeLevels.Create(3);
        model.FitGate(_inputs, _targets);
        ThreeLevels.Parameters.Select(tensor => tensor.Name).Where(name => !Get(model, name).SequenceEqual(Get(before, name))).ShouldBe(["gate.weight", "gate.bias"]);
        model.FitExpert(1, _inputs, _targets);
        ThreeLevels.Parameters.Select(tensor => tensor.Name).Where(name => !name.StartsWith("gate", System.StringComparison.Ordinal) && !Get(model, name).SequenceEqual(Get(before, name))).ShouldAllBe(name => name.StartsWith("experts.1.", System.StringComparison.Ordinal));
    }

    private static float[] Get(ThreeLevels model, string name)
    {
        float[] values = new float[ThreeLevels.Parameters.Single(tensor => tensor.Name == name).Shape.Aggregate(1, (product, size) => product * size)];
        model.GetParameter(name, values);
        return values;
    }
}
