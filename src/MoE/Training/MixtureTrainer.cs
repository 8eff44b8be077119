using System;
using System.ComponentModel;
using MoE.Numerics;
using MoE.Persistence;
using MoE.Routing;

namespace MoE.Training;

/// <summary>Loss and gradients of a mixture.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MixtureTrainer
{
    /// <summary>Of one batch; the gradients are overwritten.</summary>
    public static LossReport ComputeGradients(
        ITrainableMixture mixture, in TrainingSet set, ReadOnlySpan<int> rows, ParameterBuffer gradients, in TrainingStep step)
    {
        if (mixture.Router is SlotRouter slots && step.Router is null)
        {
            int length = step.SequenceLength == 0 ? rows.Length : step.SequenceLength;
            SlotBatchLayout slotLayout = new(mixture, slots, rows.Length / length, length, Math.Min(step.Threads, mixture.Shape.Experts + 1));
            using Scratch slotScratch = Scratch.Rent(slotLayout.Floats);
            return new SlotBatch(mixture, slots, slotLayout, step, gradients, ref slotScratch.Origin).Run(set, rows);
        }
        BatchLayout layout = new(mixture, rows.Length, Math.Min(step.Threads, mixture.Shape.Experts + 2), step.SequenceLength);
        using Scratch scratch = Scratch.Rent(layout.Floats);
        return new Batch(mixture, layout, step, ref gradients.Origin, rows.Length, ref scratch.Origin).Run(set, rows);
    }
}
