using System;
using System.Runtime.CompilerServices;
using MoE.Experts;

namespace MoE.Routing;

/// <summary>The expert that takes an assignment for which its own has no room: the best that has, by score, and is none of the row's.</summary>
internal readonly ref struct NextBest
{
    private readonly ref float _scores;
    private readonly int _stride;

    /// <param name="scores">Rows of scores.</param>
    /// <param name="stride">Floats from one row to the next; 0: nobody takes it.</param>
    public NextBest(ref float scores, int stride)
    {
        _scores = ref scores;
        _stride = stride;
    }

    public int Find(int row, ReadOnlySpan<int> taken, ReadOnlySpan<int> room)
    {
        int best = RowGroups.Dropped;
        for (int expert = 0; _stride > 0 && expert < room.Length; expert++)
        {
            if (room[expert] > 0 && !taken.Contains(expert) && (best < 0 || Score(row, expert) > Score(row, best)))
                best = expert;
        }
        return best;
    }

    private float Score(int row, int expert) => Unsafe.Add(ref _scores, ((nint)row * _stride) + expert);
}
