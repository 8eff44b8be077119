using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace MoE.Routing;

/// <summary>The k largest scores, best first; of equal ones the lower index, NaN after all numbers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TopK
{
    /// <summary>Selects by insertion in one pass: most scores fail the first comparison.</summary>
    /// <param name="scores">The scores.</param>
    /// <param name="count">How many.</param>
    /// <param name="k">How many to choose, from 1 to <paramref name="count"/>.</param>
    /// <param name="chosen">Receives k indices.</param>
    /// <param name="best">Receives their k scores.</param>
    public static void Select(ref float scores, int count, int k, ref int chosen, ref float best)
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
