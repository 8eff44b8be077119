using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MoE.Numerics;

/// <summary>Rows are stored up to the next multiple of 16 columns; past the real columns they hold zeros.</summary>
internal static class Padding
{
    /// <summary>Columns of a virtual vector: all that is summed is summed in this many lanes.</summary>
    internal const int Block = 16;

    /// <summary>The width with its padding.</summary>
    internal static int Of(int width) => (width + Block - 1) & -Block;

    /// <summary>Writes the lanes of the columns from <paramref name="column"/> on, as zeros from <paramref name="width"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Store<TLanes>(TLanes value, ref float row, nint column, int width)
        where TLanes : struct, ILanes<TLanes>
    {
        if (column + TLanes.Count > width)
            value = KeepFirst(value, TLanes.Create(0f), width - column);
        value.Store(ref row, column);
    }

    /// <summary>Writes the lanes of the columns from <paramref name="column"/> to below <paramref name="width"/> and touches nothing behind them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void StoreWithin<TLanes>(TLanes value, ref float row, nint column, int width)
        where TLanes : struct, ILanes<TLanes>
    {
        if (column + TLanes.Count > width)
            StoreFirst(value, ref row, column, width);
        else
            value.Store(ref row, column);
    }

    /// <summary>The first <paramref name="count"/> lanes of <paramref name="value"/>, the others of <paramref name="otherwise"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLanes KeepFirst<TLanes>(TLanes value, TLanes otherwise, nint count)
        where TLanes : struct, ILanes<TLanes> =>
        TLanes.SelectLess(TLanes.Indices, TLanes.Create(count), value, otherwise);

    // Rare, and too much to inline.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StoreFirst<TLanes>(TLanes value, ref float row, nint column, int width)
        where TLanes : struct, ILanes<TLanes>
    {
        Span<float> lanes = stackalloc float[Block];
        value.Store(ref MemoryMarshal.GetReference(lanes), 0);
        for (int lane = 0; column + lane < width; lane++)
            Unsafe.Add(ref row, column + lane) = lanes[lane];
    }
}
