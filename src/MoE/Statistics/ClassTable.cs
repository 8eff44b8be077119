using System;
using System.Collections.Generic;

namespace MoE.Statistics;

/// <summary>What choices say about classes; NaN, or empty, without classes.</summary>
internal sealed class ClassTable
{
    /// <param name="counts">Experts x classes: how often a row of that class chose that expert.</param>
    /// <param name="classes">How many there are; 0: none were given.</param>
    /// <param name="load">The experts' share of the same choices.</param>
    public ClassTable(ReadOnlySpan<long> counts, int classes, ExpertLoad load)
    {
        int experts = classes == 0 ? 0 : counts.Length / classes;
        double[] entropies = new double[experts];
        int[] mostFrequent = new int[experts];
        long[] classCounts = new long[classes];
        double conditional = 0;
        for (int expert = 0; expert < experts; expert++)
        {
            ReadOnlySpan<long> row = counts.Slice(expert * classes, classes);
            entropies[expert] = Entropy.Of(row);
            mostFrequent[expert] = MostFrequent(row);
            conditional += load.Utilization[expert] * entropies[expert];
            for (int label = 0; label < classes; label++)
                classCounts[label] += row[label];
        }
        bool isEmpty = Entropy.Total(classCounts) == 0;
        ExpertClassEntropy = Array.AsReadOnly(entropies);
        ExpertClass = Array.AsReadOnly(mostFrequent);
        ClassEntropy = isEmpty ? double.NaN : Entropy.Of(classCounts);
        ConditionalClassEntropy = isEmpty ? double.NaN : conditional;
        SpecializationIndex = 1 - (ConditionalClassEntropy / Math.Log(classes));
        MutualInformation = ClassEntropy - ConditionalClassEntropy;
        double most = Math.Min(ClassEntropy, load.UtilizationEntropy);
        NormalizedMutualInformation = most == 0 ? 0 : MutualInformation / most;
    }

    public IReadOnlyList<double> ExpertClassEntropy { get; }

    public IReadOnlyList<int> ExpertClass { get; }

    public double ClassEntropy { get; }

    public double ConditionalClassEntropy { get; }

    public double SpecializationIndex { get; }

    public double MutualInformation { get; }

    public double NormalizedMutualInformation { get; }

    private static int MostFrequent(ReadOnlySpan<long> counts)
    {
        int most = -1;
        for (int label = 0; label < counts.Length; label++)
        {
            if (counts[label] > (most < 0 ? 0 : counts[most]))
                most = label;
        }
        return most;
    }
}
