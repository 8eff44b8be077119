using System;
using System.Collections.Generic;
using Melee.Models;

namespace Melee.Routing;

/// <summary>Experts chosen by the regime of a row in place of the router.</summary>
public static class DomainRouting
{
    /// <summary>The mean of some experts' logits for each row of a table.</summary>
    /// <param name="model">The mixture.</param>
    /// <param name="rows">[rows x features].</param>
    /// <param name="experts">At least one.</param>
    /// <returns>[rows x buttons].</returns>
    public static float[] MeanOf(ButtonMixture model, ReadOnlySpan<float> rows, IReadOnlyList<int> experts)
    {
        int count = rows.Length / ButtonMixture.InputSize;
        float[] mean = new float[count * ButtonMixture.OutputSize];
        float[] outputs = new float[mean.Length];
        foreach (int expert in experts)
        {
            model.PredictExpert(expert, rows, outputs);
            for (int i = 0; i < mean.Length; i++) mean[i] += outputs[i] / experts.Count;
        }

        return mean;
    }
}
