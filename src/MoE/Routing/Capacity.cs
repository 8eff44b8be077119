using System;
using MoE.Experts;

namespace MoE.Routing;

/// <summary>How many assignments an expert takes of a batch (Lepikhin et al., "GShard", 2020, section 2.2).</summary>
internal static class Capacity
{
    /// <summary><c>ceil(factor * rows * topK / experts)</c>, exact in decimal, at least the minimum and at most the rows.</summary>
    public static int Of(CapacityRule rule, MixtureShape shape, int rows) =>
        Math.Clamp(Share(rule.Factor * rows * shape.TopK, shape.Experts, rows), Math.Min(rule.Minimum, rows), rows);

    /// <summary>The quotient rounded up, at most <paramref name="rows"/>.</summary>
    public static int Share(decimal assignments, int experts, int rows)
    {
        // Whether a whole number is reached must not hang on the rounding of a division.
        decimal share = decimal.Floor(assignments / experts);
        while (share * experts < assignments)
            share++;
        return (int)Math.Min(share, rows);
    }

    /// <summary>Marks what finds no room as dropped, or moves it on: all first choices come in row order, then all second ones.</summary>
    /// <param name="experts">Rows x topK; those that are dropped already take no room.</param>
    /// <param name="topK">Assignments of a row.</param>
    /// <param name="room">Working memory, one for each expert.</param>
    /// <param name="capacity">What each takes.</param>
    /// <param name="next">Whom to ask where there is no room.</param>
    public static void Apply(Span<int> experts, int topK, Span<int> room, int capacity, in NextBest next)
    {
        room.Fill(capacity);
        for (int slot = 0; slot < topK; slot++)
        {
            for (int assignment = slot; assignment < experts.Length; assignment += topK)
            {
                ref int expert = ref experts[assignment];
                if (expert < 0)
                    continue;
                if (room[expert] == 0)
                    expert = next.Find(assignment / topK, experts.Slice(assignment - slot, topK), room);
                if (expert >= 0)
                    room[expert]--;
            }
        }
    }
}
