using System;
using MoE.Numerics;

namespace MoE.Training;

/// <summary>Seeded random orders of rows.</summary>
internal static class RowShuffle
{
    /// <summary>Fisher-Yates, from the generator of that seed and epoch; epoch 0 is the validation split.</summary>
    public static void Shuffle(Span<int> rows, ulong seed, int epoch)
    {
        Xoshiro256 random = Xoshiro256.ForStream(seed, epoch);
        for (int last = rows.Length - 1; last > 0; last--)
        {
            // The high half of a 128-bit product is uniform in [0, last]; its bias is below 2^-32.
            int other = (int)Math.BigMul(random.Next(), (ulong)last + 1, out _);
            (rows[last], rows[other]) = (rows[other], rows[last]);
        }
    }

    /// <summary>The same for sequences of some rows each, which stay whole.</summary>
    public static void Shuffle(Span<int> rows, int length, ulong seed, int epoch)
    {
        if (length == 1)
        {
            Shuffle(rows, seed, epoch);
            return;
        }
        int[] sequences = RowSplit.All(rows.Length / length);
        int[] from = rows.ToArray();
        Shuffle(sequences, seed, epoch);
        for (int place = 0; place < sequences.Length; place++)
            from.AsSpan(sequences[place] * length, length).CopyTo(rows[(place * length)..]);
    }
}
