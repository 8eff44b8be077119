using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using MoE.Numerics;

namespace MoE.Experts;

/// <summary>The weighted sum of the chosen experts' outputs, in slot order: the first product, then fused multiply-adds.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Combine
{
    /// <summary>One row whose k expert outputs lie one after the other.</summary>
    /// <param name="slots">The outputs of the chosen experts.</param>
    /// <param name="stride">Floats between them.</param>
    /// <param name="weights">Their k weights.</param>
    /// <param name="k">How many.</param>
    /// <param name="output">Receives <paramref name="width"/> values.</param>
    /// <param name="width">Columns.</param>
    public static void Row(ref float slots, int stride, ref float weights, int k, ref float output, int width) =>
        Run(new Neighbours(stride), ref slots, ref weights, k, ref output, width);

    /// <summary>One row whose expert outputs lie in different places, counted in strides.</summary>
    internal static void Row(ref float slots, int stride, ReadOnlySpan<int> places, ref float weights, ref float output, int width) =>
        Run(new Scattered(places, stride), ref slots, ref weights, places.Length, ref output, width);

    /// <summary>One row some of whose assignments were dropped: those left are summed, none give zeros.</summary>
    internal static void Kept(ref float slots, int stride, ReadOnlySpan<int> places, ref float weights, Span<float> output)
    {
        Span<int> kept = stackalloc int[places.Length];
        Span<float> shares = stackalloc float[places.Length];
        int count = 0;
        for (int slot = 0; slot < places.Length; slot++)
        {
            if (places[slot] == RowGroups.Dropped)
                continue;
            kept[count] = places[slot];
            shares[count++] = Unsafe.Add(ref weights, slot);
        }
        if (count == 0)
            output.Clear();
        else
            Row(ref slots, stride, kept[..count], ref MemoryMarshal.GetReference(shares), ref MemoryMarshal.GetReference(output), output.Length);
    }

    /// <summary>Adds a row of the shared expert to a row of outputs; nothing behind the width is touched.</summary>
    public static void Add(ref float shared, ref float output, int width)
    {
        int column = 0;
        for (; column <= width - Vector128<float>.Count; column += Vector128<float>.Count)
            (Vector128.LoadUnsafe(ref output, (nuint)column) + Vector128.LoadUnsafe(ref shared, (nuint)column)).StoreUnsafe(ref output, (nuint)column);
        for (; column < width; column++)
            Unsafe.Add(ref output, column) += Unsafe.Add(ref shared, column);
    }

    private static void Run<TPlaces>(TPlaces places, ref float slots, ref float weights, int k, ref float output, int width)
        where TPlaces : struct, IPlaces, allows ref struct
    {
        if (Avx512F.IsSupported)
            Run<TPlaces, Lanes512>(places, ref slots, ref weights, k, ref output, width);
        else if (Avx2.IsSupported && Fma.IsSupported)
            Run<TPlaces, Lanes256>(places, ref slots, ref weights, k, ref output, width);
        else
            Run<TPlaces, Lanes128>(places, ref slots, ref weights, k, ref output, width);
    }

    // Lane operations use up the inlining budget of whatever they are inlined into.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Run<TPlaces, TLanes>(TPlaces places, ref float slots, ref float weights, int k, ref float output, int width)
        where TPlaces : struct, IPlaces, allows ref struct
        where TLanes : struct, ILanes<TLanes>
    {
        int column = 0;
        for (; column <= width - TLanes.Count; column += TLanes.Count)
        {
            TLanes sum = TLanes.Create(weights) * TLanes.Load(ref slots, places.Of(0) + column);
            for (int slot = 1; slot < k; slot++)
                sum = TLanes.MultiplyAdd(TLanes.Create(Unsafe.Add(ref weights, slot)), TLanes.Load(ref slots, places.Of(slot) + column), sum);
            sum.Store(ref output, column);
        }
        // The row is the caller's memory: nothing behind its last column may be touched.
        for (; column < width; column++)
        {
            float sum = weights * Unsafe.Add(ref slots, places.Of(0) + column);
            for (int slot = 1; slot < k; slot++)
                sum = float.MultiplyAddEstimate(Unsafe.Add(ref weights, slot), Unsafe.Add(ref slots, places.Of(slot) + column), sum);
            Unsafe.Add(ref output, column) = sum;
        }
    }

    /// <summary>Where the outputs of a row's slots lie, in floats.</summary>
    private interface IPlaces
    {
        int Of(int slot);
    }

    private readonly struct Neighbours(int stride) : IPlaces
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int Of(int slot) => slot * stride;
    }

    private readonly ref struct Scattered(ReadOnlySpan<int> places, int stride) : IPlaces
    {
        private readonly ReadOnlySpan<int> _places = places;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int Of(int slot) => _places[slot] * stride;
    }
}
