using System;

namespace MoE.Training.Balance;

/// <summary>The squared coefficient of variation, <c>CV^2(v) = var(v) / (mean(v)^2 + 1e-10)</c>, with the population's variance (Shazeer et al., 2017, equation 7).</summary>
internal static class Variation
{
    private const double Guard = 1e-10;

    /// <summary>weight * CV^2, and its gradient in place of the values.</summary>
    public static double Take(Span<double> values, double weight)
    {
        double mean = 0;
        foreach (double value in values)
            mean += value;
        mean /= values.Length;
        double variance = 0;
        foreach (double value in values)
            variance += (value - mean) * (value - mean);
        variance /= values.Length;
        double square = (mean * mean) + Guard;
        foreach (ref double value in values)
            value = weight * 2 / values.Length * (((value - mean) / square) - (variance * mean / (square * square)));
        return weight * variance / square;
    }
}
