using System.Threading;
using Melee.Display;
using Melee.Models;
using MoE;

namespace Melee;

/// <summary>Trains the button model.</summary>
public static class ButtonTraining
{
    /// <summary>Trains on a table; null if it was cancelled.</summary>
    /// <param name="name">What to call it while it trains.</param>
    /// <param name="train">The rows.</param>
    /// <param name="cancellation">Stops it.</param>
    public static ButtonMixture? Run(string name, StateTable train, CancellationToken cancellation)
    {
        ButtonMixture model = ButtonMixture.Create(TrainingOptions.Seed);
        FitOptions options = TrainingOptions.Common with
        {
            ClassWeights = ClassBalance.Weights(train.ButtonIndices, ButtonMixture.OutputSize),
            CancellationToken = cancellation,
        };
        FitReport report = TrainingDisplay.Run(name, options, fit => model.Fit(train.Rows, train.Buttons, fit));
        return report.Outcome == FitOutcome.Cancelled ? null : model;
    }
}
