using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MoE.Routing;

/// <summary>The k largest scores, best first; of equal ones the lower index, NaN after all numbers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TopK
{
    private const int FewScores = 8;

    /// <summary>Selects the k largest.</summary>
    /// <param name="scores">The scores, readable up to the next multiple of 16.</param>
    /// <param name="count">How many.</param>
    /// <param name="k">How many to choose, from 1 to <paramref name="count"/>.</param>
    /// <param name="chosen">Receives k indices.</param>
    /// <param name="best">Receives their k scores.</param>
    public static void Select(ref float scores, int count, int k, ref int chosen, ref float best)
    {
        if (count <= FewScores)
            SelectByRank(ref scores, count, k, ref chosen, ref best);
        else
            SelectByInsertion(ref scores, count, k, ref chosen, ref best);
    }

    // Which of a few scores is larger is anyone's guess, and a wrong guess costs more than all the comparisons: each
    // score's rank is the number of those before it, counted without a branch.
    private static void SelectByRank(ref float scores, int count, int k, ref int chosen, ref float best)
    {
        Vector256<int> index = Vector256<int>.Indices;
        // Integers in the order of the floats: the bits of negative ones run backwards; + 0 makes -0 equal to 0.
        Vector256<float> values = Vector256.LoadUnsafe(ref scores) + Vector256<float>.Zero;
        Vector256<int> bits = values.AsInt32();
        Vector256<int> keys = bits ^ ((bits >> 31) & Vector256.Create(int.MaxValue));
        Vector256<int> isNumber = Vector256.Equals(values, values).AsInt32();
        keys = Vector256.ConditionalSelect(isNumber & Vector256.LessThan(index, Vector256.Create(count)), keys, Vector256.Create(int.MinValue));
        Span<int> key = stackalloc int[FewScores];
        keys.CopyTo(key);
        Vector256<int> rank = Vector256<int>.Zero;
        for (int other = 0; other < count; other++)
        {
            Vector256<int> otherKey = Vector256.Create(key[other]);
            Vector256<int> isLater = Vector256.GreaterThan(index, Vector256.Create(other));
            // A true comparison is -1.
            rank -= Vector256.GreaterThan(otherKey, keys) | (Vector256.Equals(otherKey, keys) & isLater);
        }
        Span<int> ranks = stackalloc int[FewScores];
        rank.CopyTo(ranks);
        Span<int> byRank = stackalloc int[FewScores];
        for (int score = 0; score < count; score++)
            byRank[ranks[score] & (FewScores - 1)] = score;
        for (int slot = 0; slot < k; slot++)
        {
            Unsafe.Add(ref chosen, slot) = byRank[slot];
            Unsafe.Add(ref best, slot) = Unsafe.Add(ref scores, byRank[slot]);
        }
    }

    // One pass: most of many scores fail the first comparison.
    private static void SelectByInsertion(ref float scores, int count, int k, ref int chosen, ref float best)
    {
        int filled = 0;
        for (int index = 0; index < count; index++)
        {
            float score = Unsafe.Add(ref scores, index);
            if (filled == k && !RanksBefore(score, Unsafe.Add(ref best, k - 1)))
                continue;
            int place = filled < k ? filled++ : k - 1;
            for (; place > 0 && RanksBefore(score, Unsafe.Add(ref best, place - 1)); place--)
            {
                Unsafe.Add(ref best, place) = Unsafe.Add(ref best, place - 1);
                Unsafe.Add(ref chosen, place) = Unsafe.Add(ref chosen, place - 1);
            }
            Unsafe.Add(ref best, place) = score;
            Unsafe.Add(ref chosen, place) = index;
        }
    }

    /// <summary>The index of the largest value; of equal ones the lowest, 0 where all are NaN.</summary>
    public static int ArgMax(ref float scores, int count)
    {
        int winner = 0;
        for (int index = 1; index < count; index++)
        {
            if (RanksBefore(Unsafe.Add(ref scores, index), Unsafe.Add(ref scores, winner)))
                winner = index;
        }
        return winner;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool RanksBefore(float a, float b) => a > b || (float.IsNaN(b) && !float.IsNaN(a));
}
