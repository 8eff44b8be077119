using System;
using System.Collections.Generic;
using System.Linq;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Golden;

/// <summary>14_expert_choice: experts pick their rows.</summary>
public class ExpertChoiceTests
{
    private static readonly GoldenCase s_golden = new("14_expert_choice", ModelFactory.Regressor<GoldenExpertChoice>());

    [Fact]
    public void Experts_take_PyTorch_s_rows()
    {
        IModel model = s_golden.Load();
        int[] experts = new int[s_golden.Rows * 4];
        float[] weights = new float[experts.Length];
        model.Route(s_golden.Inputs, experts, weights);

        int[] theirs = s_golden.Data.Ints("route.indices");
        int[][] rows = [.. Enumerable.Range(0, 4).Select(expert => Rows(experts, expert).OrderByDescending(row => Weight(experts, weights, row, expert)).ToArray())];
        rows.SelectMany(row => row).ShouldBe(theirs);
        s_golden.ShouldMatch("route.weights", rows.SelectMany((taken, expert) => taken.Select(row => Weight(experts, weights, row, expert))));
        s_golden.Data.Ints("route.taken").ShouldBe(experts.Chunk(4).Select(row => row.Count(expert => expert >= 0)));
        experts.Zip(weights).Where(pair => pair.First < 0).ShouldAllBe(pair => pair.Second == 0);
        weights.Chunk(4).ShouldAllBe(row => row.SequenceEqual(row.OrderDescending()));
    }

    [Fact]
    public void Outputs_losses_gradients_and_steps_are_PyTorch_s()
    {
        IModel model = s_golden.Load();
        float[] outputs = new float[s_golden.Rows * model.Outputs];
        model.Predict(s_golden.Inputs, outputs, 2);
        s_golden.ShouldMatch("y", outputs);
        LossReport loss = model.ComputeGradients(s_golden.Inputs, s_golden.Targets, out Dictionary<string, float[]> gradients);
        s_golden.ShouldMatch("loss", [loss.Total]);
        foreach ((string parameter, float[] gradient) in gradients)
            s_golden.ShouldMatch("grad." + s_golden.TheirName(parameter), gradient);
        GoldenSteps.Take(s_golden, 1);
        GoldenSteps.Take(s_golden, 10);
    }

    [Fact]
    public void Sequences_of_a_call_do_not_see_each_other()
    {
        GoldenExpertChoice model = GoldenExpertChoice.Create(3);
        float[] inputs = SampleData.Uniform(5, 3 * 7 * 8, 1), targets = SampleData.Uniform(6, inputs.Length, 1), outputs = new float[inputs.Length];
        model.Predict(inputs, 7, outputs);
        float[][] alone = [.. inputs.Chunk(7 * 8).Select(sequence => model.Predict(sequence))];
        outputs.ShouldBe(alone.SelectMany(sequence => sequence));
        outputs.ShouldNotBe(model.Predict(inputs));

        LossReport loss = model.ComputeGradients(inputs, 7, targets, model.CreateGradients());
        model.Evaluate(inputs, 7, targets).Loss.ShouldBe(loss.Task, 1e-6);
        loss.Task.ShouldBe(inputs.Chunk(7 * 8).Zip(targets.Chunk(7 * 8), (x, y) => model.ComputeGradients(x, y, model.CreateGradients()).Task).Average(), 1e-6);
        Should.Throw<ArgumentException>(() => model.Predict(inputs, 8, outputs)).Message.ShouldContain("21 rows");
    }

    [Fact]
    public void A_row_that_is_not_finite_takes_no_place()
    {
        GoldenExpertChoice model = GoldenExpertChoice.Create(3);
        float[] inputs = SampleData.Uniform(5, 9 * 8, 1);
        float[] without = model.Predict(inputs);
        float[] more = [.. inputs[..16], float.NaN, .. inputs[17..24], .. inputs[16..]];
        float[] outputs = model.Predict(more);
        outputs[16..24].ShouldAllBe(value => float.IsNaN(value));
        outputs[..16].Concat(outputs[24..]).ShouldBe(without);
    }

    [Fact]
    public void Sequences_are_trained_whole()
    {
        float[] inputs = SampleData.Uniform(5, 6 * 7 * 8, 1), targets = SampleData.Uniform(6, inputs.Length, 1);
        GoldenExpertChoice model = GoldenExpertChoice.Create(3);
        FitReport report = model.Fit(inputs, targets, new FitOptions { Epochs = 30, SequenceLength = 7, BatchSize = 2, LearningRate = 0.01, ValidationFraction = 0.2 });
        report.Steps.ShouldBe(30 * 3);
        report.Epochs[^1].Task.ShouldBeLessThan(report.Epochs[0].Task);
        report.ValidationLosses.Count.ShouldBe(30);
    }

    private static IEnumerable<int> Rows(int[] experts, int expert) => Enumerable.Range(0, experts.Length / 4).Where(row => experts.AsSpan(row * 4, 4).Contains(expert));

    private static float Weight(int[] experts, float[] weights, int row, int expert) => weights[(row * 4) + experts.AsSpan(row * 4, 4).IndexOf(expert)];
}
