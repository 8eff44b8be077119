using System;
using System.Linq;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Training;

/// <summary>Experts by themselves first, then the router to choose among them.</summary>
public class TwoStageTests
{
    private const int Rows = 300;
    private static readonly float[] s_inputs = SampleData.Uniform(3, Rows * 6, 1);
    private static readonly Side[] s_labels = [.. s_inputs.Chunk(6).Select(row => row[0] < -0.3 ? Side.Left : row[0] > 0.3 ? Side.Right : Side.Middle)];

    [Fact]
    public void An_expert_is_trained_by_itself_and_nothing_else_changes()
    {
        TwoStage model = TwoStage.Create(1), before = TwoStage.Create(1);
        FitReport report = model.FitExpert(1, s_inputs, s_labels, new FitOptions { Epochs = 40, LearningRate = 0.02, ValidationFraction = 0.2 });
        report.Epochs[^1].Task.ShouldBeLessThan(0.4 * report.Epochs[0].Task);
        report.ValidationLosses[^1].ShouldBeLessThan(0.6 * report.ValidationLosses[0]);
        Changed(model, before).ShouldBe(["experts.1.0.weight", "experts.1.0.bias", "experts.1.2.weight", "experts.1.2.bias"]);
        float[] outputs = new float[Rows * 3];
        model.PredictExpert(1, s_inputs, outputs);
        outputs.Chunk(3).Select((row, index) => row.IndexOf(row.Max()) == (int)s_labels[index]).Count(right => right).ShouldBeGreaterThan(Rows * 8 / 10);
        Should.Throw<ArgumentException>(() => model.FitExpert(3, s_inputs, s_labels));
    }

    [Fact]
    public void The_gate_is_trained_beside_frozen_experts()
    {
        TwoStage model = TwoStage.Create(1), before = TwoStage.Create(1);
        FitReport report = model.FitGate(s_inputs, s_labels, new FitOptions { Epochs = 30, LearningRate = 0.05, ClipNorm = 1 });
        report.Epochs[^1].Total.ShouldBeLessThan(report.Epochs[0].Total);
        Changed(model, before).ShouldBe(["gate.weight", "gate.bias"]);
    }

    [Fact]
    public void The_gate_learns_who_loses_least()
    {
        // Expert 0 is good where the first feature is low, expert 2 where it is high, expert 1 nowhere.
        float[] losses = [.. s_inputs.Chunk(6).SelectMany(row => new[] { row[0] < 0 ? 0f : 2f, 3f, row[0] < 0 ? 2f : 0f })];
        TwoStage model = TwoStage.Create(1), before = TwoStage.Create(1);
        FitReport report = model.FitGateToLosses(s_inputs, losses, new FitOptions { Epochs = 60, LearningRate = 0.05, ValidationFraction = 0.1 });
        report.Epochs[^1].Task.ShouldBeLessThan(0.5);
        Changed(model, before).ShouldBe(["gate.weight", "gate.bias"]);
        int[] experts = new int[Rows * 2];
        model.Route(s_inputs, experts, new float[Rows * 2]);
        Enumerable.Range(0, Rows).Count(row => experts[row * 2] == (s_inputs[row * 6] < 0 ? 0 : 2)).ShouldBeGreaterThan(Rows * 9 / 10);
        Should.Throw<ArgumentException>(() => model.FitGateToLosses(s_inputs, losses.AsSpan(1))).Message.ShouldContain("expertLosses must hold 900 floats");
    }

    [Fact]
    public void The_expected_loss_has_the_gradient_that_its_slope_says()
    {
        float[] losses = SampleData.Uniform(9, Rows * 3, 1);
        float[] weight = new float[18];
        TwoStage model = TwoStage.Create(1);
        model.GetParameter("gate.weight", weight);
        FitOptions one = new() { Epochs = 1, BatchSize = Rows, Shuffle = false, LearningRate = 0, WeightDecay = 0 };
        double at = model.FitGateToLosses(s_inputs, losses, one).Epochs[0].Total;
        // Adam's first step is the gradient's sign: a small one must go down.
        double after = Stepped(model, losses, one);
        after.ShouldBeLessThan(at);
    }

    [Fact]
    public void A_gate_without_parameters_is_refused() =>
        Should.Throw<InvalidOperationException>(() => Hashing.Create(1).FitGate(SampleData.Uniform(1, 12, 1), SampleData.Uniform(2, 6, 1))).Message.ShouldContain("no parameters");

    private static double Stepped(TwoStage model, float[] losses, FitOptions options)
    {
        model.FitGateToLosses(s_inputs, losses, options with { LearningRate = 1e-3 });
        return model.FitGateToLosses(s_inputs, losses, options).Epochs[0].Total;
    }

    private static string[] Changed(TwoStage model, TwoStage before) =>
        [.. TwoStage.Parameters.Select(tensor => tensor.Name).Where(name => !Values(model, name).SequenceEqual(Values(before, name)))];

    private static float[] Values(TwoStage model, string name)
    {
        float[] values = new float[TwoStage.Parameters.Single(tensor => tensor.Name == name).Shape.Aggregate(1, (product, size) => product * size)];
        model.GetParameter(name, values);
        return values;
    }
}
