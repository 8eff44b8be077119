using System;
using System.ComponentModel;
using MoE.Numerics;
using MoE.Persistence;
using MoE.Training;

namespace MoE.Sequences;

/// <summary>Loss and gradients of a backbone.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BackboneTrainer
{
    /// <summary>Of one batch of sequences; the gradients are overwritten.</summary>
    public static LossReport ComputeGradients(Backbone model, in TrainingSet set, ReadOnlySpan<int> rows, ParameterBuffer gradients, in TrainingStep step)
    {
        int length = step.SequenceLength == 0 ? rows.Length : step.SequenceLength;
        BackboneBatchLayout layout = new(model, rows.Length / length, length, step.Threads);
        using Scratch scratch = Scratch.Rent(layout.Floats);
        return new BackboneBatch(model, layout, step, gradients, ref scratch.Origin).Run(set, rows);
    }
}
