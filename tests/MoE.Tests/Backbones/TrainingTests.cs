using System;
using System.IO;
using System.Linq;
using System.Threading;
using MoE.Tests.Bits;
using MoE.Tests.Models;
using MoE.Tests.Training;
using Shouldly;
using Xunit;

namespace MoE.Tests.Backbones;

/// <summary>Training through time.</summary>
public class TrainingTests
{
    private const int Length = 9;
    private const int Sequences = 7;
    private const int Rows = Sequences * Length;

    private static readonly FitOptions s_options = new() { Epochs = 4, BatchSize = 3, SequenceLength = Length, LearningRate = 0.01, Seed = 5 };

    [Theory]
    [MemberData(nameof(BackboneModels.Names), MemberType = typeof(BackboneModels))]
    public void Any_number_of_threads_gives_the_same_weights(string name)
    {
        float[] one = Fitted(name, s_options);
        foreach (int threads in new[] { 2, 3, 0 })
            Fitted(name, s_options with { Threads = threads }).ShouldBeTheBits(one, $"{name}, {threads} threads");
    }

    [Theory]
    [MemberData(nameof(BackboneModels.Names), MemberType = typeof(BackboneModels))]
    public void Loss_falls(string name)
    {
        IModel model = BackboneModels.Create(name).Model;
        FitReport report = Fit(model, s_options with { Epochs = 30 });
        report.Outcome.ShouldBe(FitOutcome.Completed);
        report.Epochs[^1].Task.ShouldBeLessThan(0.8 * report.Epochs[0].Task);
    }

    [Theory]
    [MemberData(nameof(BackboneModels.Names), MemberType = typeof(BackboneModels))]
    public void An_interrupted_fit_goes_on_with_the_same_bits(string name)
    {
        float[] whole = Fitted(name, s_options);
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        IModel model = BackboneModels.Create(name).Model;
        using CancellationTokenSource source = new();
        FitOptions options = s_options with { CheckpointPath = path };
        Fit(model, options with
        {
            CancellationToken = source.Token,
            Progress = new ImmediateProgress(progress =>
            {
                if (progress is { Epoch: 2, Batch: 2 })
                    source.Cancel();
            }),
        }).Outcome.ShouldBe(FitOutcome.Cancelled);
        File.Exists(path).ShouldBeTrue();
        Fit(model, options).Outcome.ShouldBe(FitOutcome.Completed);
        Weights(model).ShouldBeTheBits(whole, name);
    }

    [Theory]
    [MemberData(nameof(BackboneModels.Names), MemberType = typeof(BackboneModels))]
    public void A_loss_on_the_last_step_heeds_no_other_target(string name)
    {
        IModel model = BackboneModels.Create(name).Model, other = BackboneModels.Create(name).Model;
        float[] inputs = SampleData.Inputs(model, Rows), targets = SampleData.Targets(model, Rows);
        float[] changed = [.. targets];
        for (int row = 0; row < Rows; row++)
        {
            if (row % Length != Length - 1)
                changed.AsSpan(row * model.Outputs, model.Outputs).Fill(-7);
        }
        FitOptions last = s_options with { LossOn = LossOn.LastStep };
        model.Fit(inputs, targets, last);
        other.Fit(inputs, changed, last);
        Weights(other).ShouldBeTheBits(Weights(model), name);
        Weights(model).ShouldNotBe(Fitted(name, s_options));
    }

    /// <summary>The loss of one sequence's last step is that of the model of its rows whose other targets are its own outputs.</summary>
    [Fact]
    public void A_loss_on_the_last_step_is_a_mean_over_sequences()
    {
        SmallMamba model = SmallMamba.Create(3);
        float[] inputs = SampleData.Uniform(1, Rows * 5, 2), targets = SampleData.Uniform(2, Rows * 3, 1), outputs = new float[Rows * 3];
        model.Predict(inputs, Length, outputs);
        double expected = Enumerable.Range(0, Sequences).Average(sequence => Enumerable.Range(0, 3).Average(column =>
            Math.Pow(outputs[((((sequence + 1) * Length) - 1) * 3) + column] - targets[((((sequence + 1) * Length) - 1) * 3) + column], 2)));
        FitReport report = model.Fit(inputs, targets, s_options with { Epochs = 1, BatchSize = Sequences, LossOn = LossOn.LastStep });
        report.Epochs[0].Task.ShouldBe(expected, 1e-6);
    }

    [Fact]
    public void Sequences_must_be_whole()
    {
        SmallMamba model = SmallMamba.Create(3);
        Should.Throw<ArgumentException>(() => model.Fit(new float[10 * 5], new float[10 * 3], s_options)).Message.ShouldContain("whole sequences of 9 rows");
        Should.Throw<ArgumentException>(() => model.ComputeGradients(new float[10 * 5], 9, new float[10 * 3], model.CreateGradients()));
    }

    /// <summary>Nothing is dropped but in a Fit, and there by its seed alone.</summary>
    [Fact]
    public void Dropout_is_for_fits()
    {
        DroppingMamba model = DroppingMamba.Create(3), same = DroppingMamba.Create(3), other = DroppingMamba.Create(3);
        float[] inputs = SampleData.Uniform(1, Rows * 5, 2), targets = SampleData.Uniform(2, Rows * 3, 1), first = new float[Rows * 3], second = new float[Rows * 3];
        model.Predict(inputs, Length, first);
        model.Evaluate(inputs, Length, targets).Loss.ShouldBe(model.ComputeGradients(inputs, Length, targets, model.CreateGradients()).Task, 1e-6);
        model.Fit(inputs, targets, s_options);
        same.Fit(inputs, targets, s_options with { Threads = 3 });
        other.Fit(inputs, targets, s_options with { Seed = 6, Shuffle = false });
        model.Predict(inputs, Length, first);
        same.Predict(inputs, Length, second);
        second.ShouldBeTheBits(first, "the same seed");
        other.Predict(inputs, Length, second);
        second.ShouldNotBe(first);
    }

    private static float[] Fitted(string name, FitOptions options)
    {
        IModel model = BackboneModels.Create(name).Model;
        Fit(model, options);
        return Weights(model);
    }

    private static FitReport Fit(IModel model, FitOptions options) => model.Fit(SampleData.Inputs(model, Rows), SampleData.Targets(model, Rows), options);

    private static float[] Weights(IModel model) => [.. model.Parameters.SelectMany(tensor => model.Get(tensor.Name))];
}
