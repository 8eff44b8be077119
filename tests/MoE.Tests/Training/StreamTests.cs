using System;
using System.Collections.Generic;
using System.Linq;
using MoE.Tests.Bits;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Training;

/// <summary>Rows that are read piece by piece.</summary>
public class StreamTests
{
    private const int Rows = 200;
    private static readonly float[] s_inputs = SampleData.Uniform(3, Rows * 17, 1);
    private static readonly float[] s_targets = SampleData.Uniform(4, Rows * 3, 1);
    private static readonly FitOptions s_options = new() { Epochs = 3, LearningRate = 0.01, Seed = 9 };

    [Fact]
    public void One_batch_of_all_rows_gives_the_bits_of_rows_in_memory()
    {
        TwoKinds whole = TwoKinds.Create(1), streamed = TwoKinds.Create(1);
        FitReport expected = whole.Fit(s_inputs, s_targets, s_options);
        FitReport report = streamed.Fit(Batches(Rows), s_options);
        report.Epochs.ShouldBe(expected.Epochs);
        report.Steps.ShouldBe(expected.Steps);
        Parameters(streamed).ShouldBeTheBits(Parameters(whole), "parameters");
    }

    [Fact]
    public void Mini_batches_are_taken_within_each_batch()
    {
        TwoKinds model = TwoKinds.Create(1);
        List<FitProgress> progress = [];
        FitReport report = model.Fit(Batches(70), s_options with { Progress = new ImmediateProgress(progress.Add) });
        // 70, 70 and 60 rows: three mini-batches of 32 each, or two.
        report.Steps.ShouldBe(3 * (3 + 3 + 2));
        report.Epochs[^1].Task.ShouldBeLessThan(report.Epochs[0].Task);
        progress.Count.ShouldBe(24);
        progress.Where(step => step.Batch == step.Batches).Select(step => step.Epoch).ShouldBe([1, 2, 3]);
        progress[0].Batches.ShouldBe(0, "nobody knows yet");
        progress[8].Batches.ShouldBe(8);
        progress[7].Loss.ShouldBe(report.Epochs[0]);
    }

    [Fact]
    public void The_order_within_a_batch_changes_from_batch_to_batch_and_epoch_to_epoch()
    {
        TwoKinds shuffled = TwoKinds.Create(1), ordered = TwoKinds.Create(1);
        shuffled.Fit(Batches(50), s_options);
        ordered.Fit(Batches(50), s_options with { Shuffle = false });
        Parameters(shuffled).ShouldNotBe(Parameters(ordered));
    }

    [Fact]
    public void A_reader_may_fill_the_same_arrays_again()
    {
        TwoKinds model = TwoKinds.Create(1), reusing = TwoKinds.Create(1);
        model.Fit(Batches(50), s_options);
        reusing.Fit(Reusing(), s_options);
        Parameters(reusing).ShouldBeTheBits(Parameters(model), "parameters");

        static IEnumerable<RowBatch<float>> Reusing()
        {
            float[] inputs = new float[50 * 17], targets = new float[50 * 3];
            foreach (RowBatch<float> batch in Batches(50))
            {
                batch.Inputs.CopyTo(inputs);
                batch.Targets.CopyTo(targets);
                yield return new(inputs, targets);
            }
        }
    }

    [Fact]
    public void Classifiers_stream_labels()
    {
        TintClassifier model = TintClassifier.Create(1), whole = TintClassifier.Create(1);
        float[] inputs = SampleData.Uniform(3, 60 * 63, 1);
        Tint[] labels = [.. Enumerable.Range(0, 60).Select(row => Enum.GetValues<Tint>()[row % 5])];
        model.Fit([new RowBatch<Tint>(inputs, labels)], s_options);
        whole.Fit(inputs, labels, s_options);
        model.Predict(inputs).ShouldBeTheBits(whole.Predict(inputs), "outputs");
    }

    [Fact]
    public void A_bad_batch_is_named_and_leaves_the_last_completed_epoch()
    {
        TwoKinds model = TwoKinds.Create(1), two = TwoKinds.Create(1);
        int pass = 0;
        two.Fit(Batches(50), s_options with { Epochs = 2 });
        ArgumentException error = Should.Throw<ArgumentException>(() => model.Fit(Spoiled(), s_options));
        error.Message.ShouldContain("Batch 2 of batches, counted from 0: inputs must be finite numbers, but row 1, column 4 is NaN.");
        Parameters(model).ShouldBeTheBits(Parameters(two), "parameters");

        IEnumerable<RowBatch<float>> Spoiled()
        {
            pass++;
            foreach ((RowBatch<float> batch, int index) in Batches(50).Select((batch, index) => (batch, index)))
            {
                float[] inputs = batch.Inputs.ToArray();
                if (pass == 3 && index == 2)
                    inputs[17 + 4] = float.NaN;
                yield return batch with { Inputs = inputs };
            }
        }
    }

    [Fact]
    public void What_can_be_read_once_is_refused_in_the_second_epoch()
    {
        TwoKinds model = TwoKinds.Create(1);
        Queue<RowBatch<float>> queue = new(Batches(50));
        Should.Throw<ArgumentException>(() => model.Fit(Once(), s_options)).Message.ShouldContain("gave none in epoch 2");
        Should.Throw<ArgumentException>(() => model.Fit(Array.Empty<RowBatch<float>>(), s_options)).Message.ShouldContain("gave none in epoch 1");

        IEnumerable<RowBatch<float>> Once()
        {
            while (queue.TryDequeue(out RowBatch<float> batch))
                yield return batch;
        }
    }

    [Fact]
    public void Options_that_need_all_rows_are_refused()
    {
        TwoKinds model = TwoKinds.Create(1);
        Refused(s_options with { ValidationFraction = 0.1 }, "ValidationFraction");
        Refused(s_options with { RouterNoise = new float[4] }, "RouterNoise");
        Refused(s_options with { Schedule = LearningRateSchedule.Cosine }, "ScheduleSteps");
        model.Fit(Batches(50), s_options with { Schedule = LearningRateSchedule.Cosine, ScheduleSteps = 24 }).Outcome.ShouldBe(FitOutcome.Completed);

        void Refused(FitOptions options, string name) =>
            Should.Throw<ArgumentException>(() => model.Fit(Batches(50), options)).Message.ShouldContain(name);
    }

    [Fact]
    public void A_schedule_may_end_before_the_last_step()
    {
        TwoKinds given = TwoKinds.Create(1), counted = TwoKinds.Create(1);
        FitOptions options = s_options with { Schedule = LearningRateSchedule.Linear };
        given.Fit(s_inputs, s_targets, options with { ScheduleSteps = 21 });
        counted.Fit(s_inputs, s_targets, options);
        Parameters(given).ShouldBeTheBits(Parameters(counted), "21 steps either way");
        TwoKinds shorter = TwoKinds.Create(1);
        shorter.Fit(s_inputs, s_targets, options with { ScheduleSteps = 10 });
        Parameters(shorter).ShouldNotBe(Parameters(given));
    }

    private static IEnumerable<RowBatch<float>> Batches(int size)
    {
        for (int first = 0; first < Rows; first += size)
        {
            int count = Math.Min(size, Rows - first);
            yield return new(s_inputs.AsMemory(first * 17, count * 17), s_targets.AsMemory(first * 3, count * 3));
        }
    }

    private static float[] Parameters(TwoKinds model)
    {
        RegressorModel<TwoKinds> face = new(model);
        return [.. TwoKinds.Parameters.SelectMany(tensor => face.Get(tensor.Name))];
    }
}
