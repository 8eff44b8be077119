using System;
using System.Collections.Generic;

namespace MoE.Statistics;

/// <summary>How evenly choices are spread over experts; NaN wherever a share of no choices is asked for.</summary>
internal sealed class ExpertLoad
{
    public ExpertLoad(ReadOnlySpan<long> counts)
    {
        long choices = Entropy.Total(counts);
        int experts = counts.Length;
        double[] utilization = new double[experts];
        double[] fairShareRatio = new double[experts];
        List<int> dead = [];
        long most = 0;
        double squares = 0;
        for (int expert = 0; expert < experts; expert++)
        {
            double share = (double)counts[expert] / choices;
            double deviation = share - (1.0 / experts);
            utilization[expert] = share;
            fairShareRatio[expert] = experts * share;
            squares += deviation * deviation;
            most = Math.Max(most, counts[expert]);
            if (counts[expert] == 0)
                dead.Add(expert);
        }
        Choices = choices;
        Utilization = Array.AsReadOnly(utilization);
        FairShareRatio = Array.AsReadOnly(fairShareRatio);
        DeadExperts = dead.AsReadOnly();
        ActiveFraction = (double)(experts - dead.Count) / experts;
        Variance = squares / experts;
        CvSquared = experts * squares;
        UtilizationEntropy = choices == 0 ? double.NaN : Entropy.Of(counts);
        NormalizedEntropy = UtilizationEntropy / Math.Log(experts);
        EffectiveExperts = Math.Exp(UtilizationEntropy);
        MaxViolation = ((double)most / choices * experts) - 1;
    }

    /// <summary>The sum of the counts.</summary>
    public long Choices { get; }

    public IReadOnlyList<double> Utilization { get; }

    public IReadOnlyList<double> FairShareRatio { get; }

    public IReadOnlyList<int> DeadExperts { get; }

    public double ActiveFraction { get; }

    public double Variance { get; }

    public double CvSquared { get; }

    public double UtilizationEntropy { get; }

    public double NormalizedEntropy { get; }

    public double EffectiveExperts { get; }

    public double MaxViolation { get; }
}
