using System;
using ErrorTriage.Models;

namespace ErrorTriage.Display;

/// <summary>How much routing weight of each category goes to each expert.</summary>
public sealed class ExpertShares
{
    private readonly double[,] _weights = new double[Enum.GetValues<ErrorCategory>().Length, TriageMixture.ExpertCount];

    private ExpertShares()
    {
    }

    /// <summary>Routes rows and adds up their weights.</summary>
    public static ExpertShares Of(TriageMixture model, ReadOnlySpan<float> rows, ReadOnlySpan<ErrorCategory> categories)
    {
        int[] experts = new int[categories.Length * TriageMixture.TopK];
        float[] weights = new float[experts.Length];
        model.Route(rows, experts, weights);

        ExpertShares shares = new();
        for (int i = 0; i < experts.Length; i++)
            shares._weights[(int)categories[i / TriageMixture.TopK], experts[i]] += weights[i];
        return shares;
    }

    /// <summary>The expert's share of a category, 0 to 1; 0 where the category has no row.</summary>
    public double OfCategory(ErrorCategory category, int expert)
    {
        double all = 0;
        for (int e = 0; e < TriageMixture.ExpertCount; e++) all += _weights[(int)category, e];
        return all == 0 ? 0 : _weights[(int)category, expert] / all;
    }

    /// <summary>The expert's share of everything, 0 to 1.</summary>
    public double OfAll(int expert)
    {
        double all = 0;
        double own = 0;
        for (int category = 0; category < _weights.GetLength(0); category++)
        {
            own += _weights[category, expert];
            for (int e = 0; e < TriageMixture.ExpertCount; e++) all += _weights[category, e];
        }

        return all == 0 ? 0 : own / all;
    }
}
