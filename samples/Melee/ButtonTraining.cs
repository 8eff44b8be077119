using System.Collections.Generic;
using System.Threading;
using Melee.Display;
using Melee.Models;
using MoE;

namespace Melee;

/// <summary>Trains the button model.</summary>
public static class ButtonTraining
{
    /// <summary>Trains it from each seed; null if it was cancelled.</summary>
    /// <param name="name">What to call it while it trains.</param>
    /// <param name="train">The rows.</param>
    /// <param name="cancellation">Stops it.</param>
    public static IReadOnlyList<ButtonMixture>? Run(string name, StateTable train, CancellationToken cancellation)
    {
        List<ButtonMixture> models = [];
        foreach (ulong seed in TrainingOptions.Seeds)
        {
            ButtonMixture model = ButtonMixture.Create(seed);
            FitOptions options = TrainingOptions.Common with
            {
                Seed = seed,
                ClassWeights = ClassBalance.Weights(train.ButtonIndices, ButtonMixture.OutputSize),
                CancellationToken = cancellation,
            };
            FitReport report = TrainingDisplay.Run(name, options, fit => model.Fit(train.Rows, train.Buttons, fit));
            if (report.Outcome == FitOutcome.Cancelled) return null;
            models.Add(model);
        }

        return models;
    }
}
