using System;

namespace MoE.Statistics;

/// <summary>Shannon's entropy, in nats; 0 ln 0 is 0.</summary>
internal static class Entropy
{
    /// <summary>Of the shares that counts have in their sum; 0 where there are none.</summary>
    public static double Of(ReadOnlySpan<long> counts)
    {
        double total = Total(counts);
        double entropy = 0;
        foreach (long count in counts)
        {
            if (count > 0)
                entropy -= count / total * Math.Log(count / total);
        }
        return entropy;
    }

    /// <summary>Of probabilities that sum to 1.</summary>
    public static double Of(ReadOnlySpan<float> probabilities)
    {
        double entropy = 0;
        foreach (float probability in probabilities)
        {
            if (probability > 0)
                entropy -= probability * Math.Log(probability);
        }
        return entropy;
    }

    /// <summary>The sum of counts.</summary>
    public static long Total(ReadOnlySpan<long> counts)
    {
        long total = 0;
        foreach (long count in counts)
            total += count;
        return total;
    }
}
