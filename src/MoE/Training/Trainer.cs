using System;
using System.ComponentModel;

namespace MoE.Training;

/// <summary>Fits a model to rows by mini-batches of AdamW. The resulting bits depend on model, rows and options alone, Threads excepted.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Trainer
{
    /// <summary>Trains <paramref name="model"/>'s parameters in place.</summary>
    /// <exception cref="ArgumentException">
    /// The set is empty, a number in it is not finite, or there is no row for validation; the model is as it was.
    /// </exception>
    public static FitReport Fit(ITrainableModel model, in TrainingSet set, FitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        options ??= new FitOptions();
        TrainingSetCheck.DemandTrainable(set, model, options);
        return new FitRun(model, options, RowSplit.Of(set.RowCount, options)).Run(set);
    }
}
