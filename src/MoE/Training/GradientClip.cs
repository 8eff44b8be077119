using System;

namespace MoE.Training;

/// <summary>Scales gradients down to a Euclidean norm, as <c>torch.nn.utils.clip_grad_norm_</c>.</summary>
internal static class GradientClip
{
    // PyTorch's guard against division by zero.
    private const double Guard = 1e-6;

    /// <summary>Clips to <paramref name="maximum"/>, above 0.</summary>
    public static void Clip(Span<float> gradients, double maximum)
    {
        double scale = maximum / (Norm(gradients) + Guard);
        if (!(scale < 1)) return;

        float factor = (float)scale;
        foreach (ref float gradient in gradients) gradient *= factor;
    }

    /// <summary>Four chains hide the latency of the additions; their order is fixed.</summary>
    private static double Norm(ReadOnlySpan<float> values)
    {
        double a = 0, b = 0, c = 0, d = 0;
        int i = 0;
        for (; i <= values.Length - 4; i += 4)
        {
            a += (double)values[i] * values[i];
            b += (double)values[i + 1] * values[i + 1];
            c += (double)values[i + 2] * values[i + 2];
            d += (double)values[i + 3] * values[i + 3];
        }

        for (; i < values.Length; i++) a += (double)values[i] * values[i];
        return Math.Sqrt(a + b + (c + d));
    }
}
