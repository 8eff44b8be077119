using System;
using MoE.Experts;

namespace MoE.Training;

/// <summary>How many assignments an expert takes of a batch (Lepikhin et al., "GShard", 2020, section 2.2).</summary>
internal static class Capacity
{
    /// <summary><c>ceil(factor * rows * topK / experts)</c>, exact in decimal, at least the minimum and at most the rows.</summary>
    public static int Of(MixtureTraining training, MixtureShape shape, int rows)
    {
        if (training.CapacityFactor == 0)
            return rows;
        // Whether a whole number is reached must not hang on the rounding of a division.
        decimal assignments = training.CapacityFactor * rows * shape.TopK;
        decimal share = decimal.Floor(assignments / shape.Experts);
        while (share * shape.Experts < assignments)
            share++;
        return (int)Math.Clamp(share, Math.Min(training.MinCapacity, rows), rows);
    }

    /// <summary>Drops what finds no room: all first choices come in row order, then all second ones.</summary>
    public static void Apply(Span<int> experts, int topK, Span<int> room, int capacity)
    {
        room.Fill(capacity);
        for (int slot = 0; slot < topK; slot++)
        {
            for (int assignment = slot; assignment < experts.Length; assignment += topK)
            {
                ref int left = ref room[experts[assignment]];
                if (left > 0)
                    left--;
                else
                    experts[assignment] = RowGroups.Dropped;
            }
        }
    }
}
