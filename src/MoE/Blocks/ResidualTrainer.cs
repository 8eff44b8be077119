using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Experts;
using MoE.Numerics;
using MoE.Persistence;
using MoE.Training;

namespace MoE.Blocks;

/// <summary>Loss and gradients of a residual block.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ResidualTrainer
{
    /// <summary>Of one batch; the gradients are overwritten.</summary>
    public static LossReport ComputeGradients(
        ResidualBlock block, ITrainableMixture mixture, in TrainingSet set, ReadOnlySpan<int> rows, ParameterBuffer parameters, ParameterBuffer gradients, in TrainingStep step)
    {
        MixtureShape shape = mixture.Shape;
        BatchLayout layout = new(mixture, rows.Length, Math.Min(step.Threads, mixture.Shape.Experts + 2));
        int touched = KernelRows.Touched(rows.Length);
        ScratchAreas areas = default;
        int inputsAt = areas.Take(touched, shape.InputStride), normedAt = areas.Take(touched, shape.InputStride), outputsAt = areas.Take(touched, shape.OutputStride);
        int lossesAt = areas.Take(rows.Length, sizeof(double) / sizeof(float)), batchAt = areas.Take(layout.Floats);
        using Scratch scratch = Scratch.Rent(areas.Floats);
        ref float inputs = ref Unsafe.Add(ref scratch.Origin, inputsAt);
        ref float normed = ref Unsafe.Add(ref scratch.Origin, normedAt);
        ref float outputs = ref Unsafe.Add(ref scratch.Origin, outputsAt);

        for (int row = 0; row < rows.Length; row++)
            PaddedRow.Copy(ref Unsafe.Add(ref MemoryMarshal.GetReference(set.Inputs), (nint)rows[row] * shape.Inputs), ref Unsafe.Add(ref inputs, (nint)row * shape.InputStride), shape.Inputs, shape.InputStride);
        block.Norm.Forward(ref parameters.Origin, ref inputs, ref normed, rows.Length);
        ref float mixtureGradients = ref Unsafe.AddByteOffset(ref gradients.Origin, Unsafe.ByteOffset(ref parameters.Origin, ref mixture.Parameters));
        Batch batch = new(mixture, layout, step, ref mixtureGradients, rows.Length, ref Unsafe.Add(ref scratch.Origin, batchAt));
        Span<float> normGradients = gradients.Floats[..block.Norm.Floats];
        if (!set.ExpertLosses.IsEmpty)
        {
            normGradients.Clear();
            return batch.RunRouter(ref normed, set, rows);
        }

        batch.Forward(ref normed, ref outputs, set, rows);
        Combine.Add(ref inputs, ref outputs, rows.Length * shape.OutputStride);
        Span<double> losses = MemoryMarshal.CreateSpan(ref Unsafe.As<float, double>(ref Unsafe.Add(ref scratch.Origin, lossesAt)), rows.Length);
        double task = BatchLoss.Take(set, rows, step.Labels, ref outputs, shape.Outputs, shape.OutputStride, losses);
        // The rows themselves are data: their gradient ends here.
        batch.Backward(ref outputs, ref normed);
        block.Norm.Backward(ref parameters.Origin, ref normGradients[0], ref inputs, ref normed, ref normed, rows.Length);
        return new LossReport(task, batch.Losses.LoadBalance, batch.Losses.RouterZ);
    }
}
