using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Experts.Sparse;
using MoE.Numerics;
using MoE.Training;

namespace MoE.Layers;

/// <summary>
/// Linear layers that read sparse rows: only columns that are there are touched, and an output has the bits that
/// <see cref="LinearLayer"/> gives for the row written out, as long as the weights are finite. A column that is not there would add a
/// zero to its chain, which changes nothing but the sign of a zero; where an output comes out as -0 it is computed as the whole row's.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SparseLinear
{
    private const int MinusZero = int.MinValue;

    /// <summary>y = x W^T + b.</summary>
    /// <param name="shape">The layer.</param>
    /// <param name="x">Sparse rows, as the drivers carry them.</param>
    /// <param name="w">The layer's parameters.</param>
    /// <param name="y">Receives [rows x OutputStride].</param>
    /// <param name="rows">How many.</param>
    public static void Rows(LinearShape shape, ref float x, ref float w, ref float y, int rows)
    {
        for (int index = 0; index < rows; index++)
        {
            ref SparseRow row = ref SparseRow.At(ref Unsafe.Add(ref x, (nint)index * SparseRow.Floats));
            ref float outputs = ref Unsafe.Add(ref y, (nint)index * shape.OutputStride);
            if (shape.IsDots)
                SparseDots.Run(shape, row, ref w, ref outputs);
            else
                SparsePanels.Run(shape, row, ref w, ref outputs);
            if (MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<float, int>(ref outputs), shape.Outputs).Contains(MinusZero))
                RunWhole(shape, row, ref w, ref outputs);
        }
    }

    /// <summary>The gradients of a layer's parameters, overwritten, as <see cref="LinearLayer.Backward"/> gives them.</summary>
    /// <param name="shape">The layer.</param>
    /// <param name="x">What it read: sparse rows.</param>
    /// <param name="y">What it wrote: where it has ReLU, gradients of what was cut off become zero.</param>
    /// <param name="dy">The gradient of y, [rows x OutputStride].</param>
    /// <param name="gradients">Where the gradients of its parameters lie.</param>
    /// <param name="rows">How many.</param>
    public static void Backward(LinearShape shape, ref float x, ref float y, ref float dy, ref float gradients, int rows)
    {
        if (shape.HasReLU)
            ActivationPass.Backward<ReLUActivation>(ref y, ref dy, rows, shape.Outputs, shape.OutputStride);
        if (shape.HasBias)
            ColumnSum.Run(ref dy, rows, shape.PaddedOutputs, shape.OutputStride, ref gradients);
        SparseGradient.Run(shape, ref x, ref dy, ref gradients, rows);
    }

    private static void RunWhole(LinearShape shape, in SparseRow row, ref float w, ref float y)
    {
        using Scratch scratch = Scratch.Rent(shape.PaddedInputs);
        row.Expand(scratch.Span(shape.PaddedInputs));
        if (shape.IsDots)
            DotRow.Run(ref scratch.Origin, ref w, ref y, shape.Inputs, shape.Outputs, shape.Chains, shape.HasReLU);
        else
            PanelRow.Run(ref scratch.Origin, ref w, ref y, shape.Inputs, shape.Outputs, shape.PanelWidth, shape.ChainLength, shape.HasReLU);
    }
}
