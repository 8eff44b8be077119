using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Melee.Display;
using Melee.Features;
using Melee.Models;
using Melee.MultiTask;
using Melee.Routing;
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

        if (ButtonTraining.Run("next button", trainTable, cancellation) is not { } models) return false;
        ButtonTable.Show(ButtonReport.Of(models, testTable), test.Count);
        AnsiConsole.WriteLine();
        ButtonMixture model = models[0];

        RegimeShares learned = RegimeShares.Of(model, trainTable);
        Regime[] labels = [.. Enumerable.Range(0, ButtonMixture.ExpertCount).Select(learned.LabelOf)];
        RoutingReport.Show(model, testTable, labels, TrainingCapacity.DroppedShare(model, trainTable.Rows));
        AnsiConsole.WriteLine();
        DomainTable.Show(model, testTable, learned);
        AnsiConsole.WriteLine();
        return new HeadComparison(trainTable, testTable, cancellation).Run();
    }
}
