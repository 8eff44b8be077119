using System;
using System.Globalization;
using System.Linq;
using MoE.Tests.Models;
using MoE.Training;
using Shouldly;
using Xunit;

namespace MoE.Tests.Training;

/// <summary>ClassWeights and LabelSmoothing as PyTorch's CrossEntropyLoss defines them, and the schedules of the step size.</summary>
public class LabelWeightTests
{
    private static readonly float[] s_inputs = SampleData.Uniform(3, 20 * 6, 1);
    private static readonly Side[] s_labels = [.. Enumerable.Range(0, 20).Select(row => (Side)(row % 3))];

    [Theory]
    [InlineData(null, 0.1)]
    [InlineData("1,2,0.5", 0)]
    [InlineData("1,2,0.5", 0.3)]
    [InlineData("1,0,0.5", 0.3)]
    public void A_batch_loses_what_the_definition_says(string? weights, double smoothing)
    {
        double[]? given = weights?.Split(',').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        TwoStage model = TwoStage.Create(1);
        float[] outputs = model.Predict(s_inputs);
        double loss = 0, total = 0;
        for (int row = 0; row < 20; row++)
        {
            double[] logs = [.. Oracle.Layers.Softmax([.. outputs.Skip(row * 3).Take(3).Select(value => (double)value)]).Select(share => Math.Log(share))];
            int label = (int)s_labels[row];
            double Weight(int index) => given?[index] ?? 1;
            loss -= ((1 - smoothing) * Weight(label) * logs[label]) + (smoothing / 3 * logs.Index().Sum(pair => Weight(pair.Index) * pair.Item));
            total += Weight(label);
        }
        FitOptions options = new() { Epochs = 1, BatchSize = 20, Shuffle = false, LearningRate = 0, ClassWeights = given, LabelSmoothing = smoothing };
        model.Fit(s_inputs, s_labels, options).Epochs[0].Task.ShouldBe(loss / total, 1e-6);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        TwoStage model = TwoStage.Create(1);
        Should.Throw<ArgumentException>(() => model.Fit(s_inputs, s_labels, new FitOptions { ClassWeights = [1, 2] })).Message.ShouldContain("each of the 3 classes, but holds 2");
        Should.Throw<ArgumentException>(() => Hashing.Create(1).Fit(s_inputs, new float[60], new FitOptions { LabelSmoothing = 0.1 })).Message.ShouldContain("classifiers");
        Should.Throw<ArgumentOutOfRangeException>(() => new FitOptions { ClassWeights = [1, -1, 1] }).Message.ShouldContain("ClassWeights");
        Should.Throw<ArgumentException>(() => model.Fit(s_inputs, s_labels, new FitOptions { RouterNoise = new float[60] })).Message.ShouldContain("router with noise");
    }

    [Theory]
    [InlineData(LearningRateSchedule.Constant, new[] { 0.05, 0.1, 0.1, 0.1, 0.1, 0.1 })]
    [InlineData(LearningRateSchedule.Linear, new[] { 0.05, 0.1, 0.1, 0.08, 0.06, 0.04 })]
    [InlineData(LearningRateSchedule.Cosine, new[] { 0.05, 0.1, 0.1, 0.0882842712474619, 0.06, 0.0317157287525381 })]
    public void A_schedule_begins_after_the_warm_up(LearningRateSchedule schedule, double[] expected)
    {
        LearningRates rates = new(new FitOptions { LearningRate = 0.1, FinalLearningRate = 0.02, WarmupSteps = 2, Schedule = schedule }, steps: 6);
        for (int step = 1; step <= 6; step++)
            rates.Of(step).ShouldBe(expected[step - 1], 1e-12);
    }
}
