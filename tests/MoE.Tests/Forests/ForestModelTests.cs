using System;
using System.IO;
using System.Linq;
using System.Threading;
using MoE.Tests.Models;
using MoE.Tests.Training;
using Shouldly;
using Xunit;

namespace MoE.Tests.Forests;

/// <summary>Models with forests among their experts.</summary>
public class ForestModelTests
{
    private const int Rows = 240;
    private static readonly float[] _inputs = SampleData.Uniform(1, Rows * 11, 1);
    private static readonly Hue[] _labels = [.. Enumerable.Range(0, Rows).Select(row => _inputs[row * 11] > 0.2f ? Hue.Red : _inputs[(row * 11) + 4] > 0 ? Hue.Green : Hue.Blue)];
    private static readonly FitOptions _options = new() { Epochs = 5, LearningRate = 0.01 };

    [Fact]
    public void A_Fit_grows_them_and_trains_the_rest()
    {
        ForestClassifier model = ForestClassifier.Create(1);
        model.GetForest(0).TreeCount.ShouldBe(0);
        FitReport report = model.Fit(_inputs, _labels, _options);
        report.Epochs[^1].Task.ShouldBeLessThan(report.Epochs[0].Task);
        model.GetForest((int)ForestClassifier.Expert.Forest1).TreeCount.ShouldBe(10);
        model.GetForest(0).OutOfBagScore.ShouldBeGreaterThan(0.7);
        model.GetForest(0).Nodes.Features.ShouldNotBe(model.GetForest(1).Nodes.Features, "each has random numbers of its own");
        model.Evaluate(_inputs, _labels).Accuracy!.Value.ShouldBeGreaterThan(0.8);
        Should.Throw<ArgumentException>(() => model.GetForest(2)).Message.ShouldContain("Expert 2 is no forest");
    }

    [Fact]
    public void Numbers_are_told_too()
    {
        float[] inputs = SampleData.Uniform(3, Rows * 6, 1);
        float[] targets = [.. Enumerable.Range(0, Rows).SelectMany(row => new[] { inputs[row * 6] * inputs[(row * 6) + 1], MathF.Abs(inputs[(row * 6) + 2]) })];
        ForestRegressor model = ForestRegressor.Create(1);
        model.Fit(inputs, targets, new FitOptions { Epochs = 30, LearningRate = 0.01 });
        model.Evaluate(inputs, targets).R2!.Value.ShouldBeGreaterThan(0.6);
    }

    [Fact]
    public void Threads_rows_and_batches_do_not_matter()
    {
        ForestClassifier one = ForestClassifier.Create(1), three = ForestClassifier.Create(1);
        one.Fit(_inputs, _labels, _options);
        three.Fit(_inputs, _labels, _options with { Threads = 3 });
        float[] outputs = one.Predict(_inputs);
        three.Predict(_inputs).ShouldBe(outputs);
        for (int row = 0; row < Rows; row += 13)
            one.Predict(_inputs.AsSpan(row * 11, 11)).ShouldBe(outputs[(row * 3)..((row * 3) + 3)]);
        float[] probabilities = new float[outputs.Length];
        one.PredictProbabilities(_inputs, probabilities);
        probabilities.Zip(outputs).ShouldAllBe(pair => MathF.Abs(pair.First - MathF.Exp(pair.Second)) < 1e-5f);
    }

    [Fact]
    public void Two_stages_grow_one_forest_each_then_train_the_gate()
    {
        ForestClassifier model = ForestClassifier.Create(1);
        FitReport report = model.FitExpert(0, _inputs.AsSpan(0, 100 * 11), _labels.AsSpan(0, 100), _options);
        report.Epochs.Count.ShouldBe(1, "a forest is grown once");
        model.GetForest(0).TreeCount.ShouldBe(10);
        model.GetForest(1).TreeCount.ShouldBe(0);
        model.FitExpert(1, _inputs.AsSpan(100 * 11), _labels.AsSpan(100), _options);
        model.FitExpert(2, _inputs, _labels, _options).Epochs.Count.ShouldBe(5);
        int[] before = model.GetForest(0).Nodes.Features;
        model.FitGate(_inputs, _labels, _options).Epochs.Count.ShouldBe(5);
        model.GetForest(0).Nodes.Features.ShouldBe(before);
    }

    [Fact]
    public void Files_hold_them()
    {
        ForestClassifier model = ForestClassifier.Create(1);
        model.Fit(_inputs, _labels, _options);
        MemoryStream file = new();
        model.Save(file);
        ForestClassifier loaded = ForestClassifier.Load(file.ToArray());
        loaded.Predict(_inputs).ShouldBe(model.Predict(_inputs));
        ((float)loaded.GetForest(0).OutOfBagScore).ShouldBe((float)model.GetForest(0).OutOfBagScore);
        MemoryStream again = new();
        loaded.Save(again);
        again.ToArray().ShouldBe(file.ToArray());
        MemoryStream fresh = new();
        ForestClassifier.Create(2).Save(fresh);
        ForestClassifier.Load(fresh.ToArray()).GetForest(1).TreeCount.ShouldBe(0);
    }

    [Fact]
    public void A_damaged_file_is_refused_wherever_it_is_damaged()
    {
        ForestsAlone model = ForestsAlone.Create(1);
        model.Fit(_inputs.AsSpan(0, 12 * 11), _labels.AsSpan(0, 12), _options);
        MemoryStream file = new();
        model.Save(file);
        // Nothing vouches for the data: what is wrong must be seen.
        byte[] bytes = System.Text.Encoding.Latin1.GetBytes(System.Text.Encoding.Latin1.GetString(file.ToArray()).Replace("moe.crc32", "our.crc32", StringComparison.Ordinal).Replace("moe.model", "our.model", StringComparison.Ordinal));
        for (int length = 0; length < bytes.Length; length += 7)
            Should.Throw<ModelFormatException>(() => ForestsAlone.Load(bytes.AsSpan(0, length)));
        int taken = 0;
        for (int place = 0; place < bytes.Length; place++)
        {
            byte[] damaged = [.. bytes];
            damaged[place] ^= (byte)(1 << (place % 8));
            try
            {
                ForestsAlone.Load(damaged).Predict(_inputs).ShouldNotContain(float.NaN);
                taken++;
            }
            catch (ModelFormatException)
            {
            }
        }
        taken.ShouldBeGreaterThan(0, "a threshold may be another");
    }

    [Fact]
    public void A_Fit_that_is_cancelled_at_once_leaves_the_old_ones()
    {
        ForestClassifier model = ForestClassifier.Create(1);
        model.Fit(_inputs, _labels, _options);
        float[] before = model.Predict(_inputs);
        using CancellationTokenSource stop = new();
        FitReport report = model.Fit(_inputs, _labels, _options with
        {
            Seed = 9,
            CancellationToken = stop.Token,
            Progress = new ImmediateProgress(progress =>
            {
                if (progress is { Epoch: 1, Batch: 2 })
                    stop.Cancel();
            }),
        });
        report.Outcome.ShouldBe(FitOutcome.Cancelled);
        model.Predict(_inputs).ShouldBe(before);
    }

    [Fact]
    public void Rounds_give_each_forest_rows_of_its_own()
    {
        ForestClassifier once = ForestClassifier.Create(1), rounds = ForestClassifier.Create(1), again = ForestClassifier.Create(1);
        once.Fit(_inputs, _labels, _options with { Epochs = 6 });
        rounds.Fit(_inputs, _labels, _options with { Epochs = 6, ForestRounds = 3 });
        again.Fit(_inputs, _labels, _options with { Epochs = 6, ForestRounds = 3, Threads = 2 });
        rounds.Predict(_inputs).ShouldNotBe(once.Predict(_inputs));
        again.Predict(_inputs).ShouldBe(rounds.Predict(_inputs));
        rounds.Evaluate(_inputs, _labels).Accuracy!.Value.ShouldBeGreaterThan(0.75);
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Should.Throw<ArgumentException>(() => once.Fit(_inputs, _labels, _options with { ForestRounds = 2, CheckpointPath = path })).Message.ShouldContain("ForestRounds");
        File.Exists(path).ShouldBeFalse();
    }

    [Fact]
    public void A_stream_cannot_grow_them() =>
        Should.Throw<ArgumentException>(() => ForestClassifier.Create(1).Fit([new RowBatch<Hue>(_inputs, _labels)])).Message.ShouldContain("all rows at once");

    [Fact]
    public void A_model_of_forests_alone_works()
    {
        ForestsAlone model = ForestsAlone.Create(1);
        ForestsAlone.ParameterCount.ShouldBe(0);
        model.Fit(_inputs, _labels, new FitOptions { Threads = 2 }).Outcome.ShouldBe(FitOutcome.Completed);
        model.Evaluate(_inputs, _labels).Accuracy!.Value.ShouldBeGreaterThan(0.8);
    }

    [Fact]
    public void Forests_inside_a_mixture_inside_grow_too()
    {
        ForestsInside model = ForestsInside.Create(1);
        FitReport report = model.Fit(_inputs, _labels, _options);
        report.Epochs[^1].Task.ShouldBeLessThan(report.Epochs[0].Task);
        MemoryStream file = new();
        model.Save(file);
        ForestsInside.Load(file.ToArray()).Predict(_inputs).ShouldBe(model.Predict(_inputs));
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            model.Save(path);
            ForestClassifier.Load(path, "experts.1").GetForest(1).TreeCount.ShouldBe(10);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
