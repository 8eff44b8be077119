using System.ComponentModel;
using System.Runtime.CompilerServices;
using MoE.Numerics;

namespace MoE.Routing;

/// <summary>Softmax weights: over the chosen experts, or over all.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SoftmaxWeights
{
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
