using System;
using System.Collections.Generic;

namespace MoE;

/// <summary>What a Fit did.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Epochs">Mean losses of each completed epoch, measured while training.</param>
/// <param name="ValidationLosses">Task loss on the validation rows after each completed epoch; empty without validation.</param>
/// <param name="BestEpoch">
/// The epoch, from 1, of the lowest validation loss (without validation: of the lowest total training loss); 0 if none was completed.
/// </param>
/// <param name="Steps">Optimizer steps taken, those that were rolled back included.</param>
/// <param name="Elapsed">Wall-clock time.</param>
public sealed record FitReport(
    FitOutcome Outcome,
    IReadOnlyList<LossReport> Epochs,
    IReadOnlyList<double> ValidationLosses,
    int BestEpoch,
    long Steps,
    TimeSpan Elapsed);
