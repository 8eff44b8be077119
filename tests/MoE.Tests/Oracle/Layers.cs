using System;
using System.Collections.Generic;
using System.Linq;

namespace MoE.Tests.Oracle;

/// <summary>The layers as their definitions read.</summary>
internal static class Layers
{
    public static double[] Linear(Dictionary<string, double[]> parameters, string name, double[] row, int outputs)
    {
        double[] weight = parameters[name + ".weight"];
        if (weight.Length != outputs * row.Length)
            throw new InvalidOperationException($"{name}.weight has {weight.Length} elements, not {outputs} x {row.Length}.");
        double[]? bias = parameters.GetValueOrDefault(name + ".bias");
        double[] result = new double[outputs];
        for (int output = 0; output < outputs; output++)
        {
            double sum = bias?[output] ?? 0;
            for (int input = 0; input < row.Length; input++)
                sum += weight[(output * row.Length) + input] * row[input];
            result[output] = sum;
        }

        return result;
    }

    public static double[] LayerNorm(Dictionary<string, double[]> parameters, string name, double[] row)
    {
        double mean = row.Average();
        double variance = row.Average(value => (value - mean) * (value - mean));
        return [.. row.Select((value, column) =>
            ((value - mean) / Math.Sqrt(variance + 1e-5) * parameters[name + ".weight"][column]) + parameters[name + ".bias"][column])];
    }

    public static double[] Softmax(double[] logits)
    {
        double largest = logits.Max();
        double[] powers = [.. logits.Select(logit => Math.Exp(logit - largest))];
        double sum = powers.Sum();
        return [.. powers.Select(power => power / sum)];
    }
}
