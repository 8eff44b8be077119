using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using MoE.Numerics;
using MoE.Training;

namespace MoE.Layers;

/// <summary>
/// Linear layers of any size over many rows. One row of a trained layer has a kernel of its own, which the compiler
/// wrote; both add up an output in the same order.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LinearLayer
{
    /// <summary>y = x W^T + b, rows at a time; up to three rows behind the last one are touched.</summary>
    public static void Rows(LinearShape shape, ref float x, ref float w, ref float y, int rows)
    {
        if (shape.IsDots)
        {
            for (int row = 0; row < rows; row++)
            {
                DotRow.Run(
                    ref Unsafe.Add(ref x, (nint)row * shape.InputStride), ref w, ref Unsafe.Add(ref y, (nint)row * shape.OutputStride),
                    shape.Inputs, shape.Outputs, shape.Chains, shape.HasReLU);
            }
        }
        else
            Panels(shape, ref x, ref w, ref y, rows, ref Unsafe.NullRef<float>());
    }

    /// <summary>The same for panels, whose weights may be bfloat16: then <paramref name="wide"/> is room for the floats of one chain of a panel, else nothing.</summary>
    internal static void Panels(LinearShape shape, ref float x, ref float w, ref float y, int rows, ref float wide)
    {
        if (Avx512F.IsSupported && shape.PanelWidth == 32)
            Tiles<Avx512Tile<DoubleWidth, TwelveRows>, Avx512Tile<DoubleWidth, EightRows>, LaneTile<Lanes512, DoubleWidth>>(shape, ref x, ref w, ref y, rows, ref wide);
        else if (Avx512F.IsSupported)
            Tiles<Avx512Tile<SingleWidth, TwelveRows>, Avx512Tile<SingleWidth, EightRows>, LaneTile<Lanes512, SingleWidth>>(shape, ref x, ref w, ref y, rows, ref wide);
        else if (Avx2.IsSupported && Fma.IsSupported)
            Tiles<LaneTile<Lanes256, DoubleWidth>, LaneTile<Lanes256, DoubleWidth>, LaneTile<Lanes256, DoubleWidth>>(shape, ref x, ref w, ref y, rows, ref wide);
        else
            Tiles<LaneTile<Lanes128, DoubleWidth>, LaneTile<Lanes128, DoubleWidth>, LaneTile<Lanes128, DoubleWidth>>(shape, ref x, ref w, ref y, rows, ref wide);
    }

    /// <summary>The gradients of a layer's parameters, overwritten, from what it read, what it wrote and the gradient of that.</summary>
    /// <param name="shape">The layer.</param>
    /// <param name="x">What it read.</param>
    /// <param name="y">What the layer wrote: where it has ReLU, gradients of what was cut off become zero.</param>
    /// <param name="dy">The gradient of y, [rows x OutputStride].</param>
    /// <param name="gradients">Where the gradients of its parameters lie.</param>
    /// <param name="rows">How many.</param>
    public static void Backward(LinearShape shape, ref float x, ref float y, ref float dy, ref float gradients, int rows)
    {
        if (shape.HasReLU)
            ActivationPass.Backward<ReLUActivation>(ref y, ref dy, rows, shape.Outputs, shape.OutputStride);
        if (shape.HasBias)
            ColumnSum.Run(ref dy, rows, shape.PaddedOutputs, shape.OutputStride, ref gradients);
        WeightGradient.Run(shape, ref x, ref dy, ref gradients, rows);
    }

    /// <summary>The gradient of what a layer read: its weights, turned around, are those of another layer.</summary>
    /// <param name="shape">The layer.</param>
    /// <param name="back">The other layer: from the outputs to the inputs.</param>
    /// <param name="w">The layer's parameters.</param>
    /// <param name="transposed">Memory for the other layer's parameters.</param>
    /// <param name="dy">The gradient of what the layer wrote.</param>
    /// <param name="dx">Receives [rows x InputStride].</param>
    /// <param name="rows">How many; up to three more are touched.</param>
    public static void BackwardInputs(
        LinearShape shape, LinearShape back, ref float w, ref float transposed, ref float dy, ref float dx, int rows)
    {
        WeightTransposition.Run(ref w, shape.Weight, ref transposed, back.Weight, back.Floats, shape.Outputs, shape.Inputs);
        Rows(back, ref dy, ref transposed, ref dx, rows);
    }

    /// <summary>Panel by panel and chain by chain, so that the weights stay in the cache while all rows pass.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tiles<TLarge, TMiddle, TSmall>(LinearShape shape, ref float x, ref float w, ref float y, int rows, ref float wide)
        where TLarge : struct, ITile
        where TMiddle : struct, ITile
        where TSmall : struct, ITile
    {
        nint inputStride = shape.InputStride, outputStride = shape.OutputStride;
        bool isWide = !Unsafe.IsNullRef(ref wide);
        int panelShift = BitOperations.Log2((uint)shape.PanelWidth);
        for (int column = 0; column < shape.PaddedOutputs; column += TLarge.Columns)
        {
            int within = column & (shape.PanelWidth - 1);
            nint panel = (nint)(column >> panelShift) * shape.PanelFloats;
            ref float weights = ref Unsafe.Add(ref w, shape.PaddedOutputs);
            ref float bias = ref Unsafe.Add(ref w, column);
            ref float target = ref Unsafe.Add(ref y, column);
            for (int from = 0; from < shape.Inputs; from += shape.ChainLength)
            {
                TileStep step = new(shape, from, Math.Min(shape.ChainLength, shape.Inputs - from));
                ref float start = ref (from == 0 ? ref bias : ref target);
                nint startStride = from == 0 ? 0 : outputStride;
                nint at = panel + ((nint)from * shape.PanelWidth);
                ref float chain = ref (isWide ? ref Unsafe.Add(ref wide, within) : ref Unsafe.Add(ref weights, at + within));
                if (isWide)
                    WideBFloat16.Widen(ref Unsafe.Add(ref Unsafe.As<float, ushort>(ref weights), at), ref wide, (nint)step.Length * shape.PanelWidth);
                ref float input = ref Unsafe.Add(ref x, from);
                nint row = 0;
                // What is left takes the smallest tile that holds it: rows behind the last one are padding.
                for (; row < rows - (TLarge.Rows - TSmall.Rows); row += TLarge.Rows)
                    TLarge.Run(ref Unsafe.Add(ref input, row * inputStride), ref chain, ref Unsafe.Add(ref start, row * startStride), ref Unsafe.Add(ref target, row * outputStride), step);
                for (; row < rows - (TMiddle.Rows - TSmall.Rows); row += TMiddle.Rows)
                    TMiddle.Run(ref Unsafe.Add(ref input, row * inputStride), ref chain, ref Unsafe.Add(ref start, row * startStride), ref Unsafe.Add(ref target, row * outputStride), step);
                for (; row < rows; row += TSmall.Rows)
                    TSmall.Run(ref Unsafe.Add(ref input, row * inputStride), ref chain, ref Unsafe.Add(ref start, row * startStride), ref Unsafe.Add(ref target, row * outputStride), step);
            }
        }
    }
}
