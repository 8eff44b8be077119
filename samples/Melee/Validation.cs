using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Melee.Display;
using Melee.Features;
using Spectre.Console;

namespace Melee;

/// <summary>Measures the button model on training games that it did not see, a third of them at a time.</summary>
public static class Validation
{
    /// <summary>Trains on the other games and scores, fold by fold.</summary>
    /// <returns>False if it was cancelled.</returns>
    public static bool Run(IReadOnlyList<GameState> states, CancellationToken cancellation)
    {
        List<ButtonReport> reports = [];
        foreach ((GameState[] train, GameState[] held) in Folds.Of(states))
        {
            Featurizer featurizer = new(train);
            if (ButtonTraining.Run(Plain.Of($"fold {reports.Count + 1} of {Folds.Count}"), StateTable.Of(train, featurizer), cancellation) is not { } models) return false;

            StateTable left = StateTable.Of(held, featurizer);
            ButtonReport report = ButtonReport.Of(models, left);
            reports.Add(report);
            ButtonTable.Show(report, left.Buttons.Length);
        }

        AnsiConsole.MarkupLine(Plain.Of($"games left out, mean of the folds: macro-F1 {reports.Average(report => report.MacroF1):0.0000}, all seeds together {reports.Average(report => report.Together.MacroF1):0.0000}"));
        return true;
    }
}
