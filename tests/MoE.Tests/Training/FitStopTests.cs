using System;
using System.Threading;
using Shouldly;
using Xunit;

namespace MoE.Tests.Training;

/// <summary>A Fit that ends before its last epoch leaves whole epochs behind.</summary>
public sealed class FitStopTests
{
    private const int BatchesPerEpoch = 4;
    private static readonly SampleRows Rows = new(100);

    [Theory]
    [InlineData(1, 2, 0)]
    [InlineData(2, 1, 1)]
    [InlineData(3, 3, 2)]
    [InlineData(2, BatchesPerEpoch, 2)]
    public void CancelledLeavesTheLastCompletedEpoch(int epoch, int batch, int completed)
    {
        using CancellationTokenSource source = new();
        LinearModel model = SampleRows.Regressor();

        FitReport report = Rows.FitRegressor(model, new FitOptions
        {
            Epochs = 5,
            CancellationToken = source.Token,
            Progress = new ImmediateProgress(p =>
            {
                if (p.Epoch == epoch && p.Batch == batch) source.Cancel();
            }),
        });

        report.Outcome.ShouldBe(FitOutcome.Cancelled);
        report.Epochs.Count.ShouldBe(completed);
        model.Parameters.Floats.ToArray().ShouldBe(AfterEpochs(completed));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void ANonFiniteLossDiverges(double loss)
    {
        LinearModel model = SampleRows.Regressor();
        model.OnStep = (real, _, _) => model.StepsSeen == 2 * BatchesPerEpoch + 2 ? real with { LoadBalance = loss } : real;

        FitReport report = Rows.FitRegressor(model, new FitOptions { Epochs = 5 });

        report.Outcome.ShouldBe(FitOutcome.Diverged);
        report.Epochs.Count.ShouldBe(2);
        model.Parameters.Floats.ToArray().ShouldBe(AfterEpochs(2));
    }

    [Fact]
    public void ANonFiniteWeightAtAnEpochsEndDiverges()
    {
        LinearModel model = SampleRows.Regressor();
        model.OnStep = (loss, gradients, _) =>
        {
            if (model.StepsSeen == 2 * BatchesPerEpoch) gradients.Floats[0] = float.NaN;
            return loss;
        };

        FitReport report = Rows.FitRegressor(model, new FitOptions { Epochs = 5 });

        report.Outcome.ShouldBe(FitOutcome.Diverged);
        model.Parameters.Floats.ToArray().ShouldBe(AfterEpochs(1));
    }

    [Fact]
    public void AModelThatThrowsIsLeftAtTheLastCompletedEpoch()
    {
        LinearModel model = SampleRows.Regressor();
        model.OnStep = (loss, _, _) => model.StepsSeen == BatchesPerEpoch + 2 ? throw new InvalidOperationException("planted") : loss;

        Should.Throw<InvalidOperationException>(() => Rows.FitRegressor(model, new FitOptions { Epochs = 5 }));

        model.Parameters.Floats.ToArray().ShouldBe(AfterEpochs(1));
    }

    [Fact]
    public void PatienceKeepsTheBestEpoch()
    {
        LinearModel model = SampleRows.Regressor();
        // Total training loss by epoch: 5, 3, 4, 3, ...
        double[] losses = [5, 3, 4, 3, 9];
        model.OnStep = (_, _, _) => new LossReport(losses[(model.StepsSeen - 1) / BatchesPerEpoch], 0, 0);

        FitReport report = Rows.FitRegressor(model, new FitOptions { Epochs = 5, Patience = 2 });

        report.Outcome.ShouldBe(FitOutcome.StoppedEarly);
        report.BestEpoch.ShouldBe(2);
        report.Epochs.Count.ShouldBe(4);
        model.Parameters.Floats.ToArray().ShouldBe(AfterEpochs(2));
    }

    [Fact]
    public void PatienceFollowsTheValidationLoss()
    {
        LinearModel model = SampleRows.Regressor();
        FitReport report = Rows.FitRegressor(model, Validated(10));
        report.ValidationLosses.Count.ShouldBe(10);
        report.Outcome.ShouldBe(FitOutcome.Completed);

        // The same with outputs that get worse from the third epoch on.
        model = SampleRows.Regressor();
        model.OnPredict = outputs => outputs[0] += model.StepsSeen > 3 * 2 ? 1000 : 0;
        FitReport stopped = Rows.FitRegressor(model, Validated(10));

        stopped.Outcome.ShouldBe(FitOutcome.StoppedEarly);
        stopped.BestEpoch.ShouldBe(2);
        stopped.Epochs.Count.ShouldBe(4);
        LinearModel two = SampleRows.Regressor();
        Rows.FitRegressor(two, Validated(2));
        model.Parameters.Floats.ToArray().ShouldBe(two.Parameters.Floats.ToArray());

        // 70 rows are left to train on: 3 batches.
        static FitOptions Validated(int epochs) => new() { Epochs = epochs, ValidationFraction = 0.3, Patience = 2 };
    }

    private static float[] AfterEpochs(int epochs)
    {
        LinearModel model = SampleRows.Regressor();
        if (epochs > 0) Rows.FitRegressor(model, new FitOptions { Epochs = epochs });
        return model.Parameters.Floats.ToArray();
    }
}
