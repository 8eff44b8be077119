using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Melee.Display;
using Melee.Features;
using Spectre.Console;

namespace Melee;

/// <summary>Measures the button model on training games that it did not see, a third of them at a time. All settings were chosen by this.</summary>
public static class Validation
{
    private const int Folds = 3;

    /// <summary>Trains on the other games and scores, fold by fold.</summary>
    /// <returns>False if it was cancelled.</returns>
    public static bool Run(IReadOnlyList<GameState> states, CancellationToken cancellation)
    {
        string[] games = [.. states.Select(state => state.Game).Distinct().Order(StringComparer.Ordinal)];
        List<ButtonReport> reports = [];
        for (int fold = 0; fold < Folds; fold++)
        {
            ILookup<bool, GameState> parts = states.ToLookup(state => Array.IndexOf(games, state.Game) % Folds == fold);
            GameState[] train = [.. parts[false]];
            Featurizer featurizer = new(train);
            if (ButtonTraining.Run(Plain.Of($"fold {fold + 1} of {Folds}"), StateTable.Of(train, featurizer), cancellation) is not { } models) return false;

            StateTable left = StateTable.Of([.. parts[true]], featurizer);
            ButtonReport report = ButtonReport.Of(models, left);
            reports.Add(report);
            ButtonTable.Show(report, left.Buttons.Length);
        }

        AnsiConsole.MarkupLine(Plain.Of($"games left out, mean of the folds: macro-F1 {reports.Average(report => report.MacroF1):0.0000}, all seeds together {reports.Average(report => report.Together.MacroF1):0.0000}"));
        return true;
    }
}
