using System;
using System.Collections.Generic;
using System.Globalization;

namespace MoE.Training;

/// <summary>Rows that are read again in every epoch, some at a time.</summary>
/// <param name="model">What they train.</param>
/// <param name="batches">The rows.</param>
/// <param name="setOf">Makes sets of them.</param>
/// <param name="options">How.</param>
internal sealed class RowStream<TTarget>(ITrainableModel model, IEnumerable<RowBatch<TTarget>> batches, TrainingSetOf<TTarget> setOf, FitOptions options) : IFitRows
{
    public int Batches { get; private set; }

    public FitOutcome? Pass(FitRun run, int epoch)
    {
        int chunk = 0;
        bool isEmpty = true;
        foreach (RowBatch<TTarget> batch in batches)
        {
            TrainingSet set = Check(batch, chunk);
            if (set.RowCount > 0 && run.Take(set, RowSplit.All(set.RowCount), chunk) is { } outcome)
                return outcome;
            isEmpty &= set.RowCount == 0;
            chunk++;
        }
        if (isEmpty)
            throw Refused(nameof(batches), $"batches must hold at least one row, but gave none in epoch {epoch}: it is read again in every epoch, so what can be read once needs Epochs = 1.");
        Batches = run.BatchesDone;
        return null;
    }

    public double? ValidationLoss(FitRun run) => null;

    private TrainingSet Check(RowBatch<TTarget> batch, int chunk)
    {
        try
        {
            TrainingSet set = setOf(batch);
            if (set.RowCount > 0)
                TrainingSetCheck.DemandTrainable(set, model, options);
            return set;
        }
        catch (ArgumentException error)
        {
            throw Refused(nameof(batches), $"Batch {chunk} of batches, counted from 0: {error.Message}", error);
        }
    }

    private static ArgumentException Refused(string parameter, FormattableString message, Exception? cause = null) =>
        new(message.ToString(CultureInfo.InvariantCulture), parameter, cause);
}
