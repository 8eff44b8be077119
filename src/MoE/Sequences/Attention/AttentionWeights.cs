using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using MoE.Numerics;

namespace MoE.Sequences;

/// <summary>
/// One query's scores made weights, in place: exp(score - the largest). They lie in pieces of a block's keys; keys that the query
/// does not see become zeros. Their sum is taken in 16 lanes, key j in lane j mod 16, so the keys before the first visible one
/// and how many pieces there are do not change it.
/// </summary>
internal static unsafe class AttentionWeights
{
    /// <param name="scores">The query's scores of the first block.</param>
    /// <param name="stride">Floats from one block's to the next's.</param>
    /// <param name="blocks">How many.</param>
    /// <param name="first">The first visible key, counted from the first block's.</param>
    /// <param name="last">The last visible one.</param>
    /// <returns>The sum of the weights.</returns>
    public static float Run(float* scores, nint stride, int blocks, int first, int last)
    {
        Hide(scores, stride, 0, first);
        Hide(scores, stride, last + 1, blocks * HeadTiles.Block);
        return Avx512F.IsSupported ? Run<Lanes512>(scores, stride, blocks)
            : Avx2.IsSupported && Fma.IsSupported ? Run<Lanes256>(scores, stride, blocks)
            : Run<Lanes128>(scores, stride, blocks);
    }

    // exp(-infinity) is zero.
    private static void Hide(float* scores, nint stride, int from, int to)
    {
        for (int end; from < to; from = end)
        {
            int within = from % HeadTiles.Block;
            end = Math.Min(to, from - within + HeadTiles.Block);
            new Span<float>(scores + (from / HeadTiles.Block * stride) + within, end - from).Fill(float.NegativeInfinity);
        }
    }

    private static float Run<TLanes>(float* scores, nint stride, int blocks)
        where TLanes : struct, ILanes<TLanes>
    {
        float* lanes = stackalloc float[Padding.Block];
        float largest = Largest<TLanes>(scores, stride, blocks, lanes);
        Exponentiate<TLanes>(scores, stride, blocks, largest, lanes);
        return Reduction.Sum(ref *lanes, Padding.Block);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static float Largest<TLanes>(float* scores, nint stride, int blocks, float* lanes)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes a = TLanes.Create(float.NegativeInfinity), b = a;
        for (int block = 0; block < blocks; block++, scores += stride)
            for (int column = 0; column < HeadTiles.Block; column += 2 * TLanes.Count)
            {
                a = TLanes.Max(a, TLanes.Load(ref *scores, column));
                b = TLanes.Max(b, TLanes.Load(ref *scores, column + TLanes.Count));
            }
        TLanes.Max(a, b).Store(ref *lanes, 0);
        float largest = float.NegativeInfinity;
        for (int lane = 0; lane < TLanes.Count; lane++)
            largest = MathF.Max(largest, lanes[lane]);
        return largest;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Exponentiate<TLanes>(float* scores, nint stride, int blocks, float largest, float* lanes)
        where TLanes : struct, ILanes<TLanes>
    {
        for (int lane = 0; lane < Padding.Block; lane += TLanes.Count)
        {
            TLanes sum = TLanes.Create(0), shift = TLanes.Create(largest);
            float* piece = scores + lane;
            for (int block = 0; block < blocks; block++, piece += stride)
                for (int column = 0; column < HeadTiles.Block; column += Padding.Block)
                {
                    TLanes weight = VectorMath.Exp(TLanes.Load(ref *piece, column) - shift);
                    weight.Store(ref *piece, column);
                    sum += weight;
                }
            sum.Store(ref *lanes, lane);
        }
    }
}
