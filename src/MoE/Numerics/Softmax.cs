using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace MoE.Numerics;

/// <summary>
/// <c>e^(x_i - max x) / sum_j e^(x_j - max x)</c> per row, summed in the fixed tree of <see cref="Reduction"/>.
/// A row with a NaN or +infinity becomes NaN; -infinity has probability 0.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Softmax
{
    /// <summary>
    /// Rows of <paramref name="width"/> columns, <paramref name="stride"/> floats apart and padded to 16 columns;
    /// padding does not count and is zero in the result. <paramref name="probabilities"/> may be <paramref name="logits"/>.
    /// </summary>
    public static void Forward(ref float logits, ref float probabilities, int rows, int width, int stride)
    {
        if (Avx512F.IsSupported)
            Forward<Lanes512>(ref logits, ref probabilities, rows, width, stride);
        else if (Avx2.IsSupported && Fma.IsSupported)
            Forward<Lanes256>(ref logits, ref probabilities, rows, width, stride);
        else
            Forward<Lanes128>(ref logits, ref probabilities, rows, width, stride);
    }

    /// <summary>Dense rows of <paramref name="width"/> values without padding, in place; the bits are those of <see cref="Forward(ref float, ref float, int, int, int)"/>.</summary>
    public static void InPlace(Span<float> values, int width)
    {
        if (Avx512F.IsSupported)
            InPlace<Lanes512>(values, width);
        else if (Avx2.IsSupported && Fma.IsSupported)
            InPlace<Lanes256>(values, width);
        else
            InPlace<Lanes128>(values, width);
    }

    /// <summary><c>ln sum_i e^x_i</c> of one row padded to 16 columns.</summary>
    public static float LogSumExp(ref float logits, int width)
    {
        float largest = Reduction.Run(new Largest(ref logits), width);
        return largest + ScalarMath.Log(Reduction.Run(new Exponentials(ref logits, largest), width));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Forward<TLanes>(ref float logits, ref float probabilities, int rows, int width, int stride)
        where TLanes : struct, ILanes<TLanes>
    {
        for (nint row = 0; row < rows; row++)
        {
            ref float from = ref Unsafe.Add(ref logits, row * stride);
            ref float to = ref Unsafe.Add(ref probabilities, row * stride);
            float largest = Reduction.Run<TLanes, Largest>(new Largest(ref from), width);
            Exponentiate<TLanes>(ref from, ref to, width, largest);
            Divide<TLanes>(ref to, width, Reduction.Run<TLanes, Values>(new Values(ref to), width));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void InPlace<TLanes>(Span<float> values, int width)
        where TLanes : struct, ILanes<TLanes>
    {
        // The last, partial block of a row has no room for padding behind it: it is worked on aside.
        Span<float> aside = stackalloc float[Padding.Block];
        ref float rest = ref MemoryMarshal.GetReference(aside);
        int full = width & -Padding.Block;
        for (int start = 0; start < values.Length; start += width)
        {
            Span<float> row = values.Slice(start, width);
            ref float body = ref MemoryMarshal.GetReference(row);
            row[full..].CopyTo(aside);
            float largest = Reduction.Run<TLanes, Largest>(new Largest(ref body), full);
            float largestOfRest = Reduction.Run<TLanes, Largest>(new Largest(ref rest), width - full);
            largest = largest > largestOfRest ? largest : largestOfRest;
            Exponentiate<TLanes>(ref body, ref body, full, largest);
            Exponentiate<TLanes>(ref rest, ref rest, width - full, largest);
            float total = Reduction.Run<TLanes, SplitValues>(new SplitValues(ref body, ref rest, full), width);
            Divide<TLanes>(ref body, full, total);
            Divide<TLanes>(ref rest, width - full, total);
            aside[..(width - full)].CopyTo(row[full..]);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Exponentiate<TLanes>(ref float from, ref float to, int width, float largest)
        where TLanes : struct, ILanes<TLanes>
    {
        for (nint column = 0; column < Padding.Of(width); column += TLanes.Count)
        {
            TLanes value = VectorMath.Exp(TLanes.Load(ref from, column) - TLanes.Create(largest));
            Padding.Store(value, ref to, column, width);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Divide<TLanes>(ref float row, int width, float total)
        where TLanes : struct, ILanes<TLanes>
    {
        for (nint column = 0; column < Padding.Of(width); column += TLanes.Count)
        {
            TLanes value = TLanes.Load(ref row, column) / TLanes.Create(total);
            Padding.Store(value, ref row, column, width);
        }
    }

    private readonly ref struct Largest(ref float x) : IReduction
    {
        private readonly ref float _x = ref x;

        public static float Start => float.NegativeInfinity;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Include<TLanes>(TLanes total, nint column)
            where TLanes : struct, ILanes<TLanes> =>
            TLanes.Max(total, TLanes.Load(ref _x, column));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Join<TLanes>(TLanes left, TLanes right)
            where TLanes : struct, ILanes<TLanes> => TLanes.Max(left, right);
    }

    private readonly ref struct Exponentials(ref float x, float largest) : IReduction
    {
        private readonly ref float _x = ref x;
        private readonly float _largest = largest;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Include<TLanes>(TLanes total, nint column)
            where TLanes : struct, ILanes<TLanes> =>
            total + VectorMath.Exp(TLanes.Load(ref _x, column) - TLanes.Create(_largest));
    }

    /// <summary>The sum of values whose last, partial block lies elsewhere.</summary>
    private readonly ref struct SplitValues(ref float body, ref float rest, nint full) : IReduction
    {
        private readonly ref float _body = ref body;
        private readonly ref float _rest = ref rest;
        private readonly nint _full = full;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Include<TLanes>(TLanes total, nint column)
            where TLanes : struct, ILanes<TLanes> =>
            total + (column < _full ? TLanes.Load(ref _body, column) : TLanes.Load(ref _rest, column - _full));
    }
}
