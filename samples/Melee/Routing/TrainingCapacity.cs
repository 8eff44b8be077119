using System;
using System.Linq;
using Melee.Models;
using MoE;

namespace Melee.Routing;

/// <summary>What the capacity limit costs while training; prediction has none.</summary>
public static class TrainingCapacity
{
    /// <summary>As <see cref="ButtonMixture"/> declares it.</summary>
    private const decimal Factor = 1.25m;

    /// <summary>The share of the choices that find no room when the rows come in mini-batches and in random order, as in a Fit, 0 to 1.</summary>
    /// <param name="model">A trained mixture.</param>
    /// <param name="rows">[rows x features].</param>
    public static double DroppedShare(ButtonMixture model, ReadOnlySpan<float> rows)
    {
        int rowCount = rows.Length / ButtonMixture.InputSize;
        int[] routes = new int[rowCount * ButtonMixture.TopK];
        model.Route(rows, routes, new float[routes.Length]);

        int[] order = [.. Enumerable.Range(0, rowCount)];
        new Random(1).Shuffle(order);
        int[] experts = [.. order.SelectMany(row => routes[(row * ButtonMixture.TopK)..((row + 1) * ButtonMixture.TopK)])];

        long dropped = 0;
        int batch = TrainingOptions.Common.BatchSize * ButtonMixture.TopK;
        for (int start = 0; start < experts.Length; start += batch)
        {
            ReadOnlySpan<int> choices = experts.AsSpan(start, Math.Min(batch, experts.Length - start));
            long room = (long)Math.Ceiling(Factor * choices.Length / ButtonMixture.ExpertCount);
            foreach (long count in RoutingStatistics.Of(choices, ButtonMixture.TopK, ButtonMixture.ExpertCount).ExpertCounts)
                dropped += Math.Max(0, count - room);
        }

        return (double)dropped / experts.Length;
    }
}
