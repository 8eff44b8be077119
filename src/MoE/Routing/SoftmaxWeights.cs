using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Numerics;

namespace MoE.Routing;

/// <summary>Softmax weights: over the chosen experts, or over all.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SoftmaxWeights
{
    /// <summary>Turns the chosen logits of rows, best first, into their softmax.</summary>
    public static void WeighOverSelected(ref float weights, int rows, int k, float temperature)
    {
        // Many rows fill vectors, one does not.
        if (rows == 1)
        {
            for (int slot = 1; slot < k; slot++)
                Unsafe.Add(ref weights, slot) = ScalarMath.Exp((Unsafe.Add(ref weights, slot) - weights) / temperature);
            Divide(ref weights, k);
            return;
        }
        for (int row = 0; row < rows; row++)
        {
            ref float best = ref Unsafe.Add(ref weights, (nint)row * k);
            for (int slot = 1; slot < k; slot++)
                Unsafe.Add(ref best, slot) = (Unsafe.Add(ref best, slot) - best) / temperature;
            best = float.IsNaN(best) ? best : 0;
        }
        ExponentialPass.Run(MemoryMarshal.CreateSpan(ref weights, rows * k));
        for (int row = 0; row < rows; row++)
            Divide(ref Unsafe.Add(ref weights, (nint)row * k), k);
    }

    // The best one's power is 1.
    private static void Divide(ref float weights, int k)
    {
        float sum = 1;
        for (int slot = 1; slot < k; slot++)
            sum += Unsafe.Add(ref weights, slot);
        weights = float.IsNaN(weights) ? weights : 1 / sum;
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
