using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Numerics;

namespace MoE.Blocks;

/// <summary>
/// What rows pass before a sublayer: a layer normalization or a root mean square normalization, row by row. Its parameters are the
/// weight and, of a layer normalization, the bias behind it, each padded to a multiple of 16 floats.
/// </summary>
/// <param name="norm">Which.</param>
/// <param name="epsilon">Added to the variance, or the mean square.</param>
/// <param name="width">Columns of a row.</param>
/// <param name="stride">Floats from one row to the next; zeros lie behind the width.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RowNorm(Norm norm, float epsilon, int width, int stride)
{
    /// <summary>Columns of a row.</summary>
    public int Width => width;

    /// <summary>Floats from one row to the next.</summary>
    public int Stride => stride;

    /// <summary>Its parameters, padding included.</summary>
    public int Floats => Padding.Of(width) * (norm == Norm.LayerNorm ? 2 : 1);

    /// <summary>Normalizes rows; <paramref name="y"/> may be <paramref name="x"/>.</summary>
    public void Forward(ref float parameters, ref float x, ref float y, int rows)
    {
        if (norm == Norm.LayerNorm)
            LayerNorm.Forward(ref x, ref parameters, ref Bias(ref parameters), ref y, rows, width, stride, epsilon);
        else
            RmsNorm.Forward(ref x, ref parameters, ref y, rows, width, stride, epsilon);
    }

    /// <summary>The gradients of its parameters, overwritten, and of what it read: <paramref name="dx"/> may be <paramref name="dy"/>.</summary>
    public void Backward(ref float parameters, ref float gradients, ref float x, ref float dy, ref float dx, int rows)
    {
        MemoryMarshal.CreateSpan(ref gradients, Floats).Clear();
        if (norm == Norm.LayerNorm)
            LayerNorm.Backward(ref x, ref parameters, ref dy, ref dx, ref gradients, ref Bias(ref gradients), rows, width, stride, epsilon);
        else
            RmsNorm.Backward(ref x, ref parameters, ref dy, ref dx, ref gradients, rows, width, stride, epsilon);
    }

    private ref float Bias(ref float parameters) => ref Unsafe.Add(ref parameters, Padding.Of(width));
}
