using System.Collections.Generic;
using System.Threading;
using Melee.Display;
using Melee.Models;
using MoE;

namespace Melee.MultiTask;

/// <summary>The button's and the regime's head in one model against a model for each.</summary>
public sealed class HeadComparison(StateTable train, StateTable test, CancellationToken cancellation)
{
    /// <summary>Trains three models from each seed and prints how each head does on the test part.</summary>
    /// <returns>False if it was cancelled.</returns>
    public bool Run()
    {
        List<HeadScores> both = [];
        List<HeadScores> apart = [];
        foreach (ulong seed in TrainingOptions.Seeds)
        {
            if (TrainBoth(seed) is not { } together) return false;
            if (TrainOne("button alone", seed, train.ButtonIndices) is not { } button) return false;
            if (TrainOne("regime alone", seed, train.RegimeIndices) is not { } regime) return false;

            float[] outputs = together.Predict(test.RowsWithoutRegime);
            both.Add(new HeadScores(
                Score.OfHighest(outputs, TwoHeads.OutputSize, ..Score.Classes, test.ButtonIndices),
                Score.OfHighest(outputs, TwoHeads.OutputSize, Score.Classes.., test.RegimeIndices)));
            apart.Add(new HeadScores(
                Score.OfHighest(button.Predict(test.RowsWithoutRegime), OneHead.OutputSize, .., test.ButtonIndices),
                Score.OfHighest(regime.Predict(test.RowsWithoutRegime), OneHead.OutputSize, .., test.RegimeIndices)));
        }

        MultiTaskTable.Show(both, apart);
        return true;
    }

    private TwoHeads? TrainBoth(ulong seed)
    {
        TwoHeads model = TwoHeads.Create(seed);
        float[] targets = new float[train.Buttons.Length * TwoHeads.OutputSize];
        HeadTargets.Fill(train.ButtonIndices, targets, TwoHeads.OutputSize, 0);
        HeadTargets.Fill(train.RegimeIndices, targets, TwoHeads.OutputSize, Score.Classes);
        FitReport report = TrainingDisplay.Run("both heads", Options(seed), fit => model.Fit(train.RowsWithoutRegime, targets, fit));
        return report.Outcome == FitOutcome.Cancelled ? null : model;
    }

    private OneHead? TrainOne(string name, ulong seed, int[] classes)
    {
        OneHead model = OneHead.Create(seed);
        float[] targets = new float[classes.Length * OneHead.OutputSize];
        HeadTargets.Fill(classes, targets, OneHead.OutputSize, 0);
        FitReport report = TrainingDisplay.Run(name, Options(seed), fit => model.Fit(train.RowsWithoutRegime, targets, fit));
        return report.Outcome == FitOutcome.Cancelled ? null : model;
    }

    private FitOptions Options(ulong seed) => TrainingOptions.Common with { Seed = seed, CancellationToken = cancellation };
}
