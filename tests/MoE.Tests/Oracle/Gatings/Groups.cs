using System;
using System.Linq;

namespace MoE.Tests.Oracle;

/// <summary>The best of the experts in the best groups.</summary>
internal static class Groups
{
    /// <param name="best">A group's score is the sum of so many of its best.</param>
    public static (int[] Chosen, double Margin) Best(double[] scores, int topK, int groupCount, int groupTopK, int best)
    {
        int size = scores.Length / groupCount;
        double[] groupScores = [.. scores.Chunk(size).Select(group => group.OrderDescending().Take(best).Sum())];
        int[] groups = [.. Enumerable.Range(0, groupCount).OrderByDescending(group => groupScores[group])];
        int[] candidates = [.. Enumerable.Range(0, scores.Length).Where(expert => groups.Take(groupTopK).Contains(expert / size))];
        int[] order = [.. candidates.OrderByDescending(expert => scores[expert])];
        double margin = Smallest([.. groups.Select(group => groupScores[group])], groupTopK);
        return (order[..topK], Math.Min(margin, Smallest([.. order.Select(expert => scores[expert])], topK)));
    }

    // The smallest gap between two scores whose order matters.
    private static double Smallest(double[] descending, int taken)
    {
        double margin = double.PositiveInfinity;
        for (int place = 1; place < Math.Min(descending.Length, taken + 1); place++)
            margin = Math.Min(margin, descending[place - 1] - descending[place]);
        return margin;
    }
}
