using System;
using System.ComponentModel;

namespace MoE.Training;

/// <summary>Fits a model to rows by mini-batches of AdamW.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Trainer
{
    /// <summary>Trains <paramref name="model"/>'s parameters in place.</summary>
    /// <exception cref="ArgumentException">The set is empty or a number in it is not finite; the model is as it was.</exception>
    public static FitReport Fit(ITrainableModel model, in TrainingSet set, FitOptions? options = null) => throw new NotImplementedException();
}
