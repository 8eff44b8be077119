using System;
using System.Collections.Generic;
using System.Linq;
using MoE.Training;
using Shouldly;
using Xunit;

namespace MoE.Tests.Training;

public sealed class TrainerTests
{
    private static readonly SampleRows Rows = new(100);

    [Fact]
    public void ARegressorConverges()
    {
        LinearModel model = SampleRows.Regressor();

        FitReport report = Rows.FitRegressor(model, new FitOptions { Epochs = 200, LearningRate = 0.02, WeightDecay = 0 });

        report.Outcome.ShouldBe(FitOutcome.Completed);
        report.Epochs.Count.ShouldBe(200);
        report.Epochs[^1].Total.ShouldBeLessThan(1e-6);
        float[] weight = new float[6];
        model.Parameters.Get("weight", weight);
        weight.Zip([2f, -1f, 0f, 0f, 0f, 1f]).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-3);
    }

    [Fact]
    public void AClassifierConverges()
    {
        LinearModel model = SampleRows.Classifier();

        FitReport report = Rows.FitClassifier(model, new FitOptions { Epochs = 100, LearningRate = 0.1, WeightDecay = 0 });

        report.Epochs[^1].Total.ShouldBeLessThan(0.15);
        Evaluator.Evaluate(model, TrainingSet.Classification(model, Rows.Inputs, Rows.Labels))
            .Accuracy!.Value.ShouldBeGreaterThan(0.97);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(0)]
    public void ThreadsDoNotChangeABit(int threads)
    {
        float[] alone = FitWith(new FitOptions { Epochs = 3, ValidationFraction = 0.2 });

        FitWith(new FitOptions { Epochs = 3, ValidationFraction = 0.2, Threads = threads }).ShouldBe(alone);
    }

    [Fact]
    public void AModelThatDependsOnThreadsWouldBeFound()
    {
        LinearModel model = SampleRows.Regressor();
        model.OnStep = (loss, gradients, step) =>
        {
            gradients.Floats[0] += (step.Threads - 1) * 1e-3f;
            return loss;
        };

        Rows.FitRegressor(model, new FitOptions { Epochs = 3, ValidationFraction = 0.2, Threads = 2 });

        model.Parameters.Floats.ToArray().ShouldNotBe(FitWith(new FitOptions { Epochs = 3, ValidationFraction = 0.2 }));
    }

    [Fact]
    public void TheSeedDecidesTheOrder()
    {
        float[] first = FitWith(new FitOptions { Epochs = 2, Seed = 1 });

        FitWith(new FitOptions { Epochs = 2, Seed = 1 }).ShouldBe(first);
        FitWith(new FitOptions { Epochs = 2, Seed = 2 }).ShouldNotBe(first);
    }

    [Fact]
    public void EveryRowIsVisitedOnceAnEpochInAnotherOrder()
    {
        List<FitProgress> reports = [];
        FitReport report = Rows.FitRegressor(
            SampleRows.Regressor(), new FitOptions { Epochs = 2, BatchSize = 32, Progress = new ImmediateProgress(reports.Add) });

        report.Steps.ShouldBe(8);
        reports.Select(p => (p.Epoch, p.Batch)).ShouldBe([(1, 1), (1, 2), (1, 3), (1, 4), (2, 1), (2, 2), (2, 3), (2, 4)]);
        reports.ShouldAllBe(p => p.Epochs == 2 && p.Batches == 4 && p.ValidationLoss == null);
        reports.Where(p => p.Batch == 4).Select(p => p.Loss).ShouldBe(report.Epochs);
    }

    [Fact]
    public void AnEpochsLossIsTheRowWeightedMeanOfItsBatches()
    {
        LinearModel model = SampleRows.Regressor();
        model.OnStep = (_, _, _) => new LossReport(model.StepsSeen, 10, 0);

        // Batches of 40, 40 and 20 rows.
        FitReport report = Rows.FitRegressor(model, new FitOptions { Epochs = 1, BatchSize = 40 });

        report.Epochs.ShouldBe([new LossReport((1 * 40 + 2 * 40 + 3 * 20) / 100.0, 10, 0)]);
    }

    [Fact]
    public void StepsAreSeededApartAndTrain()
    {
        LinearModel model = SampleRows.Regressor();
        List<ulong> seeds = [];
        model.OnStep = (loss, _, step) =>
        {
            step.Training.ShouldBeTrue();
            seeds.Add(step.Seed);
            return loss;
        };

        Rows.FitRegressor(model, new FitOptions { Epochs = 3 });

        seeds.Distinct().Count().ShouldBe(12);
    }

    private static float[] FitWith(FitOptions options)
    {
        LinearModel model = SampleRows.Regressor();
        Rows.FitRegressor(model, options);
        return model.Parameters.Floats.ToArray();
    }
}
