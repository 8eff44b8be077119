using System;
using MoE.Persistence.Apr;

namespace MoE.Tests.Apr;

/// <summary>aprender's SoftmaxGating::new: no random numbers, w[i, j] = s ((i + j) 0.1 - 0.5) with s = sqrt(2 / (features + experts)).</summary>
internal static class AprenderGate
{
    public static AprGating New(int features, int experts, float temperature = 1)
    {
        float scale = MathF.Sqrt(2f / (features + experts));
        float[] weights = new float[features * experts];
        for (int i = 0; i < weights.Length; i++) weights[i] = scale * (((i / experts) + (i % experts)) * 0.1f - 0.5f);
        return new AprGating(features, experts, temperature, weights);
    }
}
