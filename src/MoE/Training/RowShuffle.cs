using System;
using MoE.Numerics;

namespace MoE.Training;

/// <summary>Seeded random orders of rows.</summary>
internal static class RowShuffle
{
    /// <summary>Fisher-Yates, from a generator of that seed; stream 0 is the validation split, others are an epoch and a part of its rows.</summary>
    public static void Shuffle(Span<int> rows, ulong seed, long stream)
    {
        Xoshiro256 random = Xoshiro256.ForStream(seed, stream);
        for (int last = rows.Length - 1; last > 0; last--)
        {
            // The high half of a 128-bit product is uniform in [0, last]; its bias is below 2^-32.
            int other = (int)Math.BigMul(random.Next(), (ulong)last + 1, out _);
            (rows[last], rows[other]) = (rows[other], rows[last]);
        }
    }

    /// <summary>The same for sequences of some rows each, which stay whole.</summary>
    public static void Shuffle(Span<int> rows, int length, ulong seed, long stream)
    {
        if (length == 1)
        {
            Shuffle(rows, seed, stream);
            return;
        }
        int[] sequences = RowSplit.All(rows.Length / length);
        int[] from = rows.ToArray();
        Shuffle(sequences, seed, stream);
        for (int place = 0; place < sequences.Length; place++)
            from.AsSpan(sequences[place] * length, length).CopyTo(rows[(place * length)..]);
    }
}
