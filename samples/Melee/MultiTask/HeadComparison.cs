using System;
using Melee.Display;
using Melee.Models;
using MoE;

namespace Melee.MultiTask;

/// <summary>The button's and the regime's head in one model against a model for each.</summary>
public sealed class HeadComparison(StateTable train, StateTable test, FitOptions options)
{
    /// <summary>Trains three models and prints how each head does on the test part.</summary>
    /// <returns>False if it was cancelled.</returns>
    public bool Run()
    {
        TwoHeads both = TwoHeads.Create(TrainingOptions.Seed);
        float[] targets = new float[train.Buttons.Length * TwoHeads.OutputSize];
        HeadTargets.Fill(train.ButtonIndices, targets, TwoHeads.OutputSize, 0);
        HeadTargets.Fill(train.RegimeIndices, targets, TwoHeads.OutputSize, HeadTargets.Classes);
        FitReport report = TrainingDisplay.Run("both heads", options, fit => both.Fit(train.RowsWithoutRegime, targets, fit));
        if (report.Outcome == FitOutcome.Cancelled) return false;

        if (TrainOne("button alone", train.ButtonIndices) is not { } button) return false;
        if (TrainOne("regime alone", train.RegimeIndices) is not { } regime) return false;

        float[] outputs = both.Predict(test.RowsWithoutRegime);
        MultiTaskTable.Show(
            Score.OfHighest(outputs, TwoHeads.OutputSize, ..HeadTargets.Classes, test.ButtonIndices),
            Score.OfHighest(outputs, TwoHeads.OutputSize, HeadTargets.Classes.., test.RegimeIndices),
            Score.OfHighest(button.Predict(test.RowsWithoutRegime), OneHead.OutputSize, .., test.ButtonIndices),
            Score.OfHighest(regime.Predict(test.RowsWithoutRegime), OneHead.OutputSize, .., test.RegimeIndices));
        return true;
    }

    private OneHead? TrainOne(string name, ReadOnlySpan<int> classes)
    {
        OneHead model = OneHead.Create(TrainingOptions.Seed);
        float[] targets = new float[classes.Length * OneHead.OutputSize];
        HeadTargets.Fill(classes, targets, OneHead.OutputSize, 0);
        FitReport report = TrainingDisplay.Run(name, options, fit => model.Fit(train.RowsWithoutRegime, targets, fit));
        return report.Outcome == FitOutcome.Cancelled ? null : model;
    }
}
