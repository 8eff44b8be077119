using System;
using System.Runtime.CompilerServices;
using MoE.Numerics;

namespace MoE.Training;

/// <summary>The router's z-loss, <c>weight * mean over the rows of (ln sum_e exp z_e)^2</c>: it keeps logits small (Zoph et al., "ST-MoE", 2022, equation 5).</summary>
internal static class RouterZLoss
{
    /// <summary>One row's part of the loss; adds its gradient by the logits as the softmax sees them.</summary>
    /// <param name="logits">The row's logits.</param>
    /// <param name="temperature">Divides them.</param>
    /// <param name="weight">The coefficient over the number of rows.</param>
    /// <param name="gradients">One for each expert.</param>
    public static double Add(ref float logits, double temperature, double weight, Span<double> gradients)
    {
        double largest = double.NegativeInfinity;
        for (int expert = 0; expert < gradients.Length; expert++)
            largest = Math.Max(largest, Unsafe.Add(ref logits, expert) / temperature);
        double sum = 0;
        for (int expert = 0; expert < gradients.Length; expert++)
            sum += Power(ref logits, expert, temperature, largest);
        double z = largest + FixedLog.Of(sum);
        for (int expert = 0; expert < gradients.Length; expert++)
            gradients[expert] += 2 * weight * z * Power(ref logits, expert, temperature, largest) / sum;
        return weight * z * z;
    }

    private static double Power(ref float logits, int expert, double temperature, double largest) =>
        ScalarMath.Exp((float)((Unsafe.Add(ref logits, expert) / temperature) - largest));
}
