using System;

namespace MoE.Statistics;

/// <summary>How sure a router is, summed over rows.</summary>
/// <param name="Rows">How many.</param>
/// <param name="Entropies">The sum of the entropies of their distributions over the experts, in nats.</param>
/// <param name="Margins">The sum of the distances of their two highest probabilities.</param>
internal readonly record struct RouterConfidence(long Rows, double Entropies, double Margins)
{
    /// <summary>With one more row.</summary>
    /// <param name="probabilities">Of all experts; they sum to 1. A single expert's margin is its probability.</param>
    public RouterConfidence With(ReadOnlySpan<float> probabilities)
    {
        float first = 0;
        float second = 0;
        foreach (float probability in probabilities)
        {
            second = Math.Max(second, Math.Min(first, probability));
            first = Math.Max(first, probability);
        }
        return new RouterConfidence(Rows + 1, Entropies + Entropy.Of(probabilities), Margins + ((double)first - second));
    }

    public static RouterConfidence operator +(RouterConfidence left, RouterConfidence right) =>
        new(left.Rows + right.Rows, left.Entropies + right.Entropies, left.Margins + right.Margins);
}
