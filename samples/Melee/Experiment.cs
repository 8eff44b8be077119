using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Melee.Display;
using Melee.Features;
using Melee.Models;
using Melee.MultiTask;
using Melee.Routing;
using MoE;
using Spectre.Console;

namespace Melee;

/// <summary>Trains the button model and looks at its experts, then trains both tasks together and apart.</summary>
public sealed class Experiment(IReadOnlyList<GameState> train, IReadOnlyList<GameState> test, CancellationToken cancellation)
{
    /// <summary>Runs all of it.</summary>
    /// <returns>False if it was cancelled.</returns>
    public bool Run()
    {
        Featurizer featurizer = new(train);
        StateTable trainTable = StateTable.Of(train, featurizer);
        StateTable testTable = StateTable.Of(test, featurizer);

        if (ButtonTraining.Run("next button", trainTable, cancellation) is not { } model) return false;
        Evaluation result = model.Evaluate(testTable.Rows, testTable.Buttons);
        AnsiConsole.MarkupLine(Plain.Of(
            $"next button on {test.Count:N0} states of unseen games: macro-F1 {result.MacroF1:0.0000}, accuracy {result.Accuracy:0.0000}; {ButtonMixture.ActiveParameterCount:N0} of {ButtonMixture.ParameterCount:N0} parameters at work on a row"));
        AnsiConsole.WriteLine();

        RegimeShares learned = RegimeShares.Of(model, trainTable);
        Regime[] labels = [.. Enumerable.Range(0, ButtonMixture.ExpertCount).Select(learned.LabelOf)];
        RoutingReport.Show(model, testTable, labels, TrainingCapacity.DroppedShare(model, trainTable.Rows));
        AnsiConsole.WriteLine();
        DomainTable.Show(model, testTable, labels);
        AnsiConsole.WriteLine();
        return new HeadComparison(trainTable, testTable, TrainingOptions.Common with { CancellationToken = cancellation }).Run();
    }
}
