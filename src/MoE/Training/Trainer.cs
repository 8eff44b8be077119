using System;
using System.ComponentModel;

namespace MoE.Training;

/// <summary>Loss and gradients of a model, and its fit to rows by mini-batches of AdamW. The resulting bits depend on model, rows and options alone, Threads excepted.</summary>
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

    /// <summary>Loss and gradients over all rows of a set at once, with nothing random: without dropout and jitter.</summary>
    /// <exception cref="ArgumentException">The set is empty or not finite, or the gradients are another model's; nothing is changed.</exception>
    public static LossReport ComputeGradients(ITrainableModel model, in TrainingSet set, Gradients gradients)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        TrainingSetCheck.DemandTrainable(set, model, new FitOptions());
        if (gradients.Buffer.Layout != model.Parameters.Layout)
            throw new ArgumentException("gradients must come from CreateGradients of this model class, but are another's.", nameof(gradients));
        return model.ComputeGradients(set, RowSplit.All(set.RowCount), gradients.Buffer, new TrainingStep(Threads: 1, Seed: 0, Training: false));
    }
}
