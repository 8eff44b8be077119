using System.ComponentModel;
using System.Runtime.CompilerServices;
using MoE.Numerics;

namespace MoE.Routing;

/// <summary>Top-k choice by logits, weighed by a softmax.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SoftmaxRouter
{
    /// <summary>
    /// Chooses and weighs the experts of one row. Float32 throughout; sums in slot order, or for
    /// <paramref name="overAll"/> in 16 fixed lanes.
    /// </summary>
    /// <param name="logits">The gate's logits, readable up to the next multiple of 16; overwritten by the full softmax where <paramref name="overAll"/>.</param>
    /// <param name="count">Experts.</param>
    /// <param name="k">How many to choose.</param>
    /// <param name="temperature">Divides the logits.</param>
    /// <param name="overAll">Softmax over all experts instead of over the chosen ones.</param>
    /// <param name="experts">Receives k indices, best first.</param>
    /// <param name="weights">Receives their k weights.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Route(
        ref float logits, int count, int k, float temperature, bool overAll, ref int experts, ref float weights)
    {
        TopK.Select(ref logits, count, k, ref experts, ref weights);
        if (overAll)
            WeighOverAll(ref logits, count, k, temperature, ref experts, ref weights);
        else
            WeighOverSelected(ref weights, k, temperature);
    }

    /// <summary>Turns the chosen logits, best first, into their softmax.</summary>
    public static void WeighOverSelected(ref float weights, int k, float temperature)
    {
        float best = weights;
        float sum = 1;
        for (int slot = 1; slot < k; slot++)
        {
            float share = ScalarMath.Exp((Unsafe.Add(ref weights, slot) - best) / temperature);
            Unsafe.Add(ref weights, slot) = share;
            sum += share;
        }
        weights = float.IsNaN(best) ? best : 1 / sum;
        for (int slot = 1; slot < k; slot++)
            Unsafe.Add(ref weights, slot) /= sum;
    }

    private static void WeighOverAll(
        ref float logits, int count, int k, float temperature, ref int experts, ref float weights)
    {
        Probabilities(ref logits, 1, count, 0, temperature);
        for (int slot = 0; slot < k; slot++)
            Unsafe.Add(ref weights, slot) = Unsafe.Add(ref logits, Unsafe.Add(ref experts, slot));
    }

    /// <summary>The softmax over all experts of each row of logits, in place.</summary>
    public static void Probabilities(ref float logits, int rows, int count, int stride, float temperature)
    {
        for (int row = 0; row < rows; row++)
        {
            ref float values = ref Unsafe.Add(ref logits, row * stride);
            for (int expert = 0; expert < count; expert++)
                Unsafe.Add(ref values, expert) /= temperature;
        }
        Softmax.Forward(ref logits, ref logits, rows, count, stride);
    }
}
