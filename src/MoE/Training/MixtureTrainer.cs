using System;
using System.ComponentModel;
using MoE.Numerics;
using MoE.Persistence;

namespace MoE.Training;

/// <summary>Loss and gradients of a mixture.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MixtureTrainer
{
    /// <summary>Of one batch; the gradients are overwritten.</summary>
    public static LossReport ComputeGradients(
        ITrainableMixture mixture, in TrainingSet set, ReadOnlySpan<int> rows, ParameterBuffer gradients, in TrainingStep step)
    {
        BatchLayout layout = new(mixture, rows.Length, Math.Min(step.Threads, mixture.Shape.Experts + 1));
        using Scratch scratch = Scratch.Rent(layout.Floats);
        return new Batch(mixture, layout, step, gradients, rows.Length, ref scratch.Origin).Run(set, rows);
    }
}
