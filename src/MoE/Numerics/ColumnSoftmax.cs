using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace MoE.Numerics;

/// <summary>A softmax down each column: over rows, summed in row order.</summary>
internal static class ColumnSoftmax
{
    /// <summary>Rows of <paramref name="width"/> columns, one stride apart and readable up to a multiple of 16.</summary>
    /// <param name="logits">What to take it of.</param>
    /// <param name="probabilities">Receives it; a row that does not count gets zeros.</param>
    /// <param name="counts">Which rows count, one for each.</param>
    /// <param name="width">Columns.</param>
    /// <param name="stride">Floats from one row to the next.</param>
    public static void Forward(ref float logits, ref float probabilities, ReadOnlySpan<bool> counts, int width, int stride)
    {
        if (Avx512F.IsSupported)
            Forward<Lanes512>(ref logits, ref probabilities, counts, width, stride);
        else if (Avx2.IsSupported && Fma.IsSupported)
            Forward<Lanes256>(ref logits, ref probabilities, counts, width, stride);
        else
            Forward<Lanes128>(ref logits, ref probabilities, counts, width, stride);
    }

    /// <summary>From the gradient by the probabilities that by the logits, in place: <c>p * (g - sum over the rows of p g)</c>.</summary>
    public static void Backward(ref float probabilities, ref float gradients, int rows, int width, int stride)
    {
        if (Avx512F.IsSupported)
            Backward<Lanes512>(ref probabilities, ref gradients, rows, width, stride);
        else if (Avx2.IsSupported && Fma.IsSupported)
            Backward<Lanes256>(ref probabilities, ref gradients, rows, width, stride);
        else
            Backward<Lanes128>(ref probabilities, ref gradients, rows, width, stride);
    }

    // Lane operations use up the inlining budget of whatever they are inlined into.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forward<TLanes>(ref float logits, ref float probabilities, ReadOnlySpan<bool> counts, int width, nint stride)
        where TLanes : struct, ILanes<TLanes>
    {
        for (nint column = 0; column < width; column += TLanes.Count)
        {
            TLanes largest = TLanes.Create(float.NegativeInfinity), sum = TLanes.Create(0);
            for (int row = 0; row < counts.Length; row++)
            {
                if (counts[row])
                    largest = TLanes.Max(largest, TLanes.Load(ref Unsafe.Add(ref logits, row * stride), column));
            }
            for (int row = 0; row < counts.Length; row++)
            {
                TLanes value = counts[row] ? VectorMath.Exp(TLanes.Load(ref Unsafe.Add(ref logits, row * stride), column) - largest) : TLanes.Create(0);
                value.Store(ref Unsafe.Add(ref probabilities, row * stride), column);
                sum += value;
            }
            for (int row = 0; row < counts.Length; row++)
                (TLanes.Load(ref Unsafe.Add(ref probabilities, row * stride), column) / sum).Store(ref Unsafe.Add(ref probabilities, row * stride), column);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Backward<TLanes>(ref float probabilities, ref float gradients, int rows, int width, nint stride)
        where TLanes : struct, ILanes<TLanes>
    {
        for (nint column = 0; column < width; column += TLanes.Count)
        {
            TLanes mean = TLanes.Create(0);
            for (int row = 0; row < rows; row++)
                mean = TLanes.MultiplyAdd(TLanes.Load(ref Unsafe.Add(ref probabilities, row * stride), column), TLanes.Load(ref Unsafe.Add(ref gradients, row * stride), column), mean);
            for (int row = 0; row < rows; row++)
            {
                ref float gradient = ref Unsafe.Add(ref gradients, row * stride);
                (TLanes.Load(ref Unsafe.Add(ref probabilities, row * stride), column) * (TLanes.Load(ref gradient, column) - mean)).Store(ref gradient, column);
            }
        }
    }
}
