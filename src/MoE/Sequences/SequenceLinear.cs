using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Layers;
using MoE.Numerics;
using MoE.Training;

namespace MoE.Sequences;

/// <summary>A linear layer of a block of sequences, for any number of rows and threads. All memory lies on the pinned heap.</summary>
/// <param name="shape">The layer, without ReLU.</param>
/// <param name="offset">Its first float, counted from the block's parameters.</param>
/// <param name="kernel">Its way forward.</param>
/// <param name="back">The layer with turned weights, for training.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed unsafe class SequenceLinear(LinearShape shape, int offset, LinearKernel kernel, LinearShape? back = null)
{
    /// <summary>The layer.</summary>
    public LinearShape Shape { get; } = shape;

    /// <summary>The layer's first float, counted from the block's parameters.</summary>
    public int Offset { get; } = offset;

    /// <summary>All parameters of the layer, with their padding.</summary>
    public int Floats => Shape.Floats;

    /// <summary>Floats of working memory for <see cref="Backward"/>: the turned weights.</summary>
    public int BackwardFloats => Padding.Of(back?.Floats ?? 0);

    internal LinearShape Back => back ?? throw new InvalidOperationException("The layer was made without the turned one, which [Training] needs.");

    /// <summary>y = x W^T + b.</summary>
    /// <param name="parameters">The block's parameters.</param>
    /// <param name="x">[rows x InputStride].</param>
    /// <param name="y">Receives [rows x OutputStride].</param>
    /// <param name="rows">How many; up to three more are touched where there are several.</param>
    /// <param name="threads">How many may work, at least 1.</param>
    public void Forward(ref float parameters, ref float x, ref float y, int rows, int threads)
    {
        float* w = (float*)Unsafe.AsPointer(ref Unsafe.Add(ref parameters, Offset));
        if (threads <= 1)
            ForwardRows(ref *w, ref x, ref y, rows);
        else
            ParallelJob<LinearForwardJob>.Run(new(this, w, (float*)Unsafe.AsPointer(ref x), (float*)Unsafe.AsPointer(ref y), rows), LinearForwardJob.Parts(rows), threads);
    }

    /// <summary>The gradients of the parameters, overwritten with their padding, and that of x.</summary>
    /// <param name="parameters">The block's parameters.</param>
    /// <param name="gradients">Where the block's gradients lie.</param>
    /// <param name="x">What was read.</param>
    /// <param name="dy">The gradient of what was written, zeros in the padding.</param>
    /// <param name="dx">Receives the gradient of x; a null reference: it is not wanted.</param>
    /// <param name="rows">How many; up to three more are touched.</param>
    /// <param name="scratch"><see cref="BackwardFloats"/> floats.</param>
    /// <param name="threads">How many may work, at least 1.</param>
    public void Backward(ref float parameters, ref float gradients, ref float x, ref float dy, ref float dx, int rows, ref float scratch, int threads)
    {
        ref float gradient = ref Unsafe.Add(ref gradients, Offset);
        if (!Unsafe.IsNullRef(ref dx))
            WeightTransposition.Run(ref Unsafe.Add(ref parameters, Offset), Shape.Weight, ref scratch, Back.Weight, Back.Floats, Shape.Outputs, Shape.Inputs);
        LinearBackwardJob job = new(
            this, (float*)Unsafe.AsPointer(ref gradient), (float*)Unsafe.AsPointer(ref x), (float*)Unsafe.AsPointer(ref dy), (float*)Unsafe.AsPointer(ref dx), (float*)Unsafe.AsPointer(ref scratch), rows);
        ParallelJob<LinearBackwardJob>.Run(job, job.Parts, threads);
        ClearPadding(ref gradient);
    }

    internal void ForwardRows(ref float w, ref float x, ref float y, int rows) => kernel(ref x, ref w, ref y, rows);

    internal void BackwardBias(ref float gradient, ref float dy, int rows)
    {
        if (Shape.HasBias)
            ColumnSum.Run(ref dy, rows, Shape.PaddedOutputs, Shape.OutputStride, ref gradient);
        else
            MemoryMarshal.CreateSpan(ref gradient, Shape.PaddedOutputs).Clear();
    }

    // The columns behind the inputs may be another layer's business.
    private void ClearPadding(ref float gradient)
    {
        if (!Shape.IsDots || Shape.PaddedInputs == Shape.Inputs)
            return;
        for (int output = 0; output < Shape.Outputs; output++)
            MemoryMarshal.CreateSpan(ref Unsafe.Add(ref gradient, Shape.PaddedOutputs + ((nint)output * Shape.PaddedInputs) + Shape.Inputs), Shape.PaddedInputs - Shape.Inputs).Clear();
    }
}
