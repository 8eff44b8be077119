using System;
using System.Collections.Generic;
using System.Linq;

namespace MoE.Tests.Sequences;

/// <summary>Causal attention as Hugging Face's Llama and Mistral have it, query by query.</summary>
internal sealed class AttentionReference(int width, int heads, int keyValueHeads, int size, int window, double rotaryBase) : IMixerReference
{
    public double[] Run(IReadOnlyDictionary<string, double[]> parameters, double[] x)
    {
        int rows = x.Length / width;
        double[][] queries = Project("q_proj", heads, true), keys = Project("k_proj", keyValueHeads, true), values = Project("v_proj", keyValueHeads, false);
        double[] y = new double[x.Length];
        for (int row = 0; row < rows; row++)
        {
            double[] mixed = new double[heads * size];
            for (int head = 0; head < heads; head++)
                Look(queries[row].AsSpan(head * size, size), keys, values, head / (heads / keyValueHeads) * size, row).CopyTo(mixed, head * size);
            MambaReference.Linear(parameters["o_proj.weight"], parameters.GetValueOrDefault("o_proj.bias"), mixed).CopyTo(y, row * width);
        }
        return y;

        double[][] Project(string name, int count, bool turns)
        {
            double[][] projected = new double[rows][];
            for (int row = 0; row < rows; row++)
            {
                projected[row] = MambaReference.Linear(parameters[name + ".weight"], parameters.GetValueOrDefault(name + ".bias"), x.AsSpan(row * width, width));
                for (int head = 0; turns && head < count; head++)
                    Turn(projected[row].AsSpan(head * size, size), row);
            }
            return projected;
        }
    }

    private double[] Look(ReadOnlySpan<double> query, double[][] keys, double[][] values, int column, int row)
    {
        int first = window == 0 ? 0 : Math.Max(0, row - window + 1);
        double[] scores = new double[row - first + 1];
        for (int key = first; key <= row; key++)
        {
            for (int c = 0; c < size; c++)
                scores[key - first] += query[c] * keys[key][column + c] / Math.Sqrt(size);
        }
        double largest = scores.Max();
        double[] weights = [.. scores.Select(score => Math.Exp(score - largest))];
        double total = weights.Sum();
        double[] mixed = new double[size];
        for (int c = 0; c < size; c++)
            for (int key = first; key <= row; key++)
                mixed[c] += weights[key - first] / total * values[key][column + c];
        return mixed;
    }

    // q * cos + rotate_half(q) * sin, rotate_half(q) = [-second half, first half].
    private void Turn(Span<double> head, int position)
    {
        if (rotaryBase == 0)
            return;
        int half = size / 2;
        for (int pair = 0; pair < half; pair++)
        {
            double angle = position * Math.Pow(rotaryBase, -2.0 * pair / size), first = head[pair], second = head[half + pair];
            head[pair] = (first * Math.Cos(angle)) - (second * Math.Sin(angle));
            head[half + pair] = (second * Math.Cos(angle)) + (first * Math.Sin(angle));
        }
    }
}
