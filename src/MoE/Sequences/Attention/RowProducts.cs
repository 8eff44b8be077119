using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using MoE.Layers;
using MoE.Numerics;

namespace MoE.Sequences;

/// <summary>What <see cref="LinearLayer.Rows"/> does with <see cref="HeadTiles"/>, for a single row and with the same bits.</summary>
internal static unsafe class RowProducts
{
    /// <summary>The products of a query with the 64 keys of a block in columns.</summary>
    public static void Scores(HeadTiles tiles, float* query, float* columns, float* scores)
    {
        if (Avx512F.IsSupported)
            Scores<Lanes512>(tiles, query, columns, scores);
        else if (Avx2.IsSupported && Fma.IsSupported)
            Scores<Lanes256>(tiles, query, columns, scores);
        else
            Scores<Lanes128>(tiles, query, columns, scores);
    }

    /// <summary>Adds to sums what one block in rows gives, or two one after the other: <paramref name="second"/> is null for one.</summary>
    public static void Add(HeadTiles tiles, float* weights, nint stride, float* first, float* second, float* sums)
    {
        if (Avx512F.IsSupported)
            Add<Lanes512>(tiles, weights, stride, first, second, sums);
        else if (Avx2.IsSupported && Fma.IsSupported)
            Add<Lanes256>(tiles, weights, stride, first, second, sums);
        else
            Add<Lanes128>(tiles, weights, stride, first, second, sums);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Scores<TLanes>(HeadTiles tiles, float* query, float* columns, float* scores)
        where TLanes : struct, ILanes<TLanes>
    {
        for (int column = 0; column < 32; column += 2 * TLanes.Count)
        {
            TLanes a0 = TLanes.Create(0), a1 = a0, b0 = a0, b1 = a0;
            float* a = columns + 32 + column, b = a + tiles.PanelFloats;
            for (int input = 0; input < tiles.Size; input++, a += 32, b += 32)
            {
                TLanes value = TLanes.Create(query[input]);
                a0 = TLanes.MultiplyAdd(value, TLanes.Load(ref *a, 0), a0);
                a1 = TLanes.MultiplyAdd(value, TLanes.Load(ref *a, TLanes.Count), a1);
                b0 = TLanes.MultiplyAdd(value, TLanes.Load(ref *b, 0), b0);
                b1 = TLanes.MultiplyAdd(value, TLanes.Load(ref *b, TLanes.Count), b1);
            }
            a0.Store(ref *scores, column);
            a1.Store(ref *scores, column + TLanes.Count);
            b0.Store(ref *scores, 32 + column);
            b1.Store(ref *scores, 32 + column + TLanes.Count);
        }
    }

    private static void Add<TLanes>(HeadTiles tiles, float* weights, nint stride, float* first, float* second, float* sums)
        where TLanes : struct, ILanes<TLanes>
    {
        int width = tiles.RowWidth < 32 ? 16 : 32;
        for (int column = 0; column < tiles.RowWidth; column += 2 * TLanes.Count <= width ? 2 * TLanes.Count : TLanes.Count)
        {
            int at = tiles.RowWidth + (column / width * width * HeadTiles.Block) + (column % width);
            if (2 * TLanes.Count <= width)
                AddColumns<TLanes, DoubleWidth>(weights, stride, first + at, second is null ? null : second + at, width, sums + column);
            else
                AddColumns<TLanes, SingleWidth>(weights, stride, first + at, second is null ? null : second + at, width, sums + column);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddColumns<TLanes, TWidth>(float* weights, nint stride, float* first, float* second, int width, float* sums)
        where TLanes : struct, ILanes<TLanes>
        where TWidth : struct, IWidth
    {
        TLanes a0 = TLanes.Create(0), a1 = a0, b0 = a0, b1 = a0;
        bool both = second is not null;
        // Without a second block the first one's sums are made twice, side by side.
        float* others = both ? weights + stride : weights;
        second = both ? second : first;
        for (int key = 0; key < HeadTiles.Block; key++, first += width, second += width)
        {
            TLanes a = TLanes.Create(weights[key]), b = TLanes.Create(others[key]);
            a0 = TLanes.MultiplyAdd(a, TLanes.Load(ref *first, 0), a0);
            if (TWidth.IsDouble) a1 = TLanes.MultiplyAdd(a, TLanes.Load(ref *first, TLanes.Count), a1);
            b0 = TLanes.MultiplyAdd(b, TLanes.Load(ref *second, 0), b0);
            if (TWidth.IsDouble) b1 = TLanes.MultiplyAdd(b, TLanes.Load(ref *second, TLanes.Count), b1);
        }
        TLanes sum0 = TLanes.Load(ref *sums, 0) + a0;
        (both ? sum0 + b0 : sum0).Store(ref *sums, 0);
        if (!TWidth.IsDouble)
            return;
        TLanes sum1 = TLanes.Load(ref *sums, TLanes.Count) + a1;
        (both ? sum1 + b1 : sum1).Store(ref *sums, TLanes.Count);
    }
}
