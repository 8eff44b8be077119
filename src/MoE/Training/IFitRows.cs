namespace MoE.Training;

/// <summary>The rows that a Fit passes over in each epoch.</summary>
internal interface IFitRows
{
    /// <summary>Mini-batches of an epoch; 0: not known beforehand.</summary>
    int Batches { get; }

    /// <summary>Hands all rows to <see cref="FitRun.Take"/> once.</summary>
    /// <returns>How the Fit ended; null: it goes on.</returns>
    FitOutcome? Pass(FitRun run, int epoch);

    /// <summary>The task loss on rows that are set aside; null: there are none.</summary>
    double? ValidationLoss(FitRun run);
}
