using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using MoE.Numerics;

namespace MoE.Layers;

/// <summary>
/// The gradient of a layer's weights, where they lie: sums over the rows of what came in times the gradient of what
/// went out, each one chain in row order. Panels spread an input over their outputs, dots an output's gradient over the inputs.
/// </summary>
internal static class WeightGradient
{
    /// <summary>Parts that threads may share out: panels, or all dots.</summary>
    public static int Parts(LinearShape shape) => Math.Max(1, shape.Panels);

    /// <summary>Overwrites the weights' part of <paramref name="gradient"/>; zeros for zero rows.</summary>
    public static void Run(LinearShape shape, ref float x, ref float dy, ref float gradient, int rows)
    {
        for (int part = 0; part < Parts(shape); part++)
            RunPart(shape, ref x, ref dy, ref gradient, rows, part);
    }

    /// <summary>One of <see cref="Parts"/> of it.</summary>
    public static void RunPart(LinearShape shape, ref float x, ref float dy, ref float gradient, int rows, int part)
    {
        ref float weights = ref Unsafe.Add(ref gradient, shape.PaddedOutputs);
        if (shape.IsDots)
        {
            Run(ref dy, shape.OutputStride, shape.Outputs, ref x, shape.InputStride, shape.PaddedInputs, ref weights, shape.PaddedInputs, rows);
            return;
        }
        Run(
            ref x, shape.InputStride, shape.Inputs,
            ref Unsafe.Add(ref dy, part * shape.PanelWidth), shape.OutputStride, shape.PanelWidth,
            ref Unsafe.Add(ref weights, (nint)part * shape.PanelFloats), shape.PanelWidth, rows);
    }

    private static void Run(
        ref float a, nint aStride, int count, ref float b, nint bStride, int columns, ref float gradient, nint gradientStride, int rows)
    {
        if (Avx512F.IsSupported && columns % 32 == 0)
            Tiles<Avx512GradientTile<DoubleWidth>, QuadGradientTile<Lanes512, DoubleWidth>>(ref a, aStride, count, ref b, bStride, columns, ref gradient, gradientStride, rows);
        else if (Avx512F.IsSupported)
            Tiles<Avx512GradientTile<SingleWidth>, QuadGradientTile<Lanes512, SingleWidth>>(ref a, aStride, count, ref b, bStride, columns, ref gradient, gradientStride, rows);
        else if (Avx2.IsSupported && Fma.IsSupported)
            Tiles<QuadGradientTile<Lanes256, DoubleWidth>, QuadGradientTile<Lanes256, DoubleWidth>>(ref a, aStride, count, ref b, bStride, columns, ref gradient, gradientStride, rows);
        else
            Tiles<QuadGradientTile<Lanes128, DoubleWidth>, QuadGradientTile<Lanes128, DoubleWidth>>(ref a, aStride, count, ref b, bStride, columns, ref gradient, gradientStride, rows);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tiles<TLarge, TSmall>(
        ref float a, nint aStride, int count, ref float b, nint bStride, int columns, ref float gradient, nint gradientStride, int rows)
        where TLarge : struct, IGradientTile
        where TSmall : struct, IGradientTile
    {
        for (int column = 0; column < columns; column += TLarge.Columns)
        {
            ref float from = ref Unsafe.Add(ref b, column);
            ref float to = ref Unsafe.Add(ref gradient, column);
            int index = 0;
            for (; index <= count - TLarge.Count; index += TLarge.Count)
                TLarge.Run(ref Unsafe.Add(ref a, index), aStride, ref from, bStride, ref Unsafe.Add(ref to, index * gradientStride), gradientStride, rows, TLarge.Count);
            for (; index < count; index += TSmall.Count)
                TSmall.Run(ref Unsafe.Add(ref a, index), aStride, ref from, bStride, ref Unsafe.Add(ref to, index * gradientStride), gradientStride, rows, Math.Min(TSmall.Count, count - index));
        }
    }
}
