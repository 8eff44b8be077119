using System;
using System.ComponentModel;
using MoE.Numerics;
using MoE.Persistence;

namespace MoE.Training;

/// <summary>Loss and gradients of a mixture.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MixtureTrainer
{
    /// <summary>Over all rows of a set at once, with nothing random: without dropout.</summary>
    /// <exception cref="ArgumentException">The set is empty or not finite, or the gradients are another model's; nothing is changed.</exception>
    public static LossReport ComputeGradients(ITrainableMixture model, in TrainingSet set, Gradients gradients)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        TrainingSetCheck.DemandTrainable(set, model, new FitOptions());
        if (gradients.Buffer.Layout != model.Parameters.Layout)
            throw new ArgumentException("gradients must come from CreateGradients of this model class, but are another's.", nameof(gradients));
        int[] rows = new int[set.RowCount];
        for (int row = 0; row < rows.Length; row++)
            rows[row] = row;
        return ComputeGradients(model, set, rows, gradients.Buffer, new TrainingStep(Threads: 1, Seed: 0, Training: false));
    }

    /// <summary>Of one batch; the gradients are overwritten.</summary>
    public static LossReport ComputeGradients(
        ITrainableMixture model, in TrainingSet set, ReadOnlySpan<int> rows, ParameterBuffer gradients, in TrainingStep step)
    {
        BatchLayout layout = new(model.Shape, model.Training, rows.Length, Math.Min(step.Threads, model.Shape.Experts));
        using Scratch scratch = Scratch.Rent(layout.Floats);
        return new Batch(model, layout, step, gradients, rows.Length, ref scratch.Origin).Run(set, rows);
    }
}
