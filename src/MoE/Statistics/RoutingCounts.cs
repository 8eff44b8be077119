using System;
using System.Globalization;

namespace MoE.Statistics;

/// <summary>What is counted of routes. Counts are whole numbers, so parts in any order have the same sum.</summary>
internal sealed class RoutingCounts(int experts, int classes)
{
    private readonly long[] _experts = new long[experts];
    private readonly long[] _expertClasses = new long[checked(experts * classes)];

    public int ClassCount => classes;

    /// <summary>Choices of each expert.</summary>
    public ReadOnlySpan<long> Experts => _experts;

    /// <summary>Experts x classes: choices of an expert by rows of a class.</summary>
    public ReadOnlySpan<long> ExpertClasses => _expertClasses;

    public long Rows { get; private set; }

    /// <summary>Assignments that reached no expert.</summary>
    public long Dropped { get; private set; }

    public RouterConfidence Confidence { get; private set; }

    public void Add(in RecordedRoutes routes)
    {
        for (int row = 0; row < routes.Rows; row++)
        {
            if (!routes.Counts(row))
                continue;
            Rows++;
            if (routes.HasProbabilities)
                Confidence = Confidence.With(routes.Probabilities(row));
            foreach (int expert in routes.Experts(row))
            {
                if (expert < 0)
                {
                    Dropped += routes.FillsUp ? 0 : 1;
                    continue;
                }
                _experts[expert]++;
                if (routes.HasClasses)
                    _expertClasses[(expert * classes) + routes.Class(row)]++;
            }
        }
    }

    /// <exception cref="ArgumentException">They are of another number of experts or classes.</exception>
    public void Add(RoutingCounts other)
    {
        DemandEqual(other.Experts.Length, experts, "experts");
        DemandEqual(other.ClassCount, classes, "classes");
        Rows += other.Rows;
        Dropped += other.Dropped;
        Confidence += other.Confidence;
        for (int i = 0; i < _experts.Length; i++)
            _experts[i] += other._experts[i];
        for (int i = 0; i < _expertClasses.Length; i++)
            _expertClasses[i] += other._expertClasses[i];
    }

    private static void DemandEqual(int other, int own, string what)
    {
        if (other != own)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"other must be statistics of {own} {what}, but is of {other}."), nameof(other));
    }
}
