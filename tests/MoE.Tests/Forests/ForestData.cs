using System;
using System.Linq;
using MoE.Experts.Forests;
using MoE.Tests.Models;

namespace MoE.Tests.Forests;

/// <summary>Rows whose classes follow from two of their features.</summary>
internal static class ForestData
{
    public const int Inputs = 7, Classes = 3;

    public static ForestRows Rows(int count, bool isClassification = true, int seed = 1, double[]? weights = null)
    {
        float[] inputs = SampleData.Uniform(seed, count * Inputs, 1);
        int[] labels = [.. Enumerable.Range(0, count).Select(row => Label(inputs.AsSpan(row * Inputs, Inputs)))];
        float[] targets = [.. Enumerable.Range(0, count).SelectMany(row => new[] { inputs[row * Inputs] + (2 * inputs[(row * Inputs) + 3]), inputs[(row * Inputs) + 5] })];
        return isClassification ? new ForestRows(inputs, labels, [], weights ?? []) : new ForestRows(inputs, [], targets, weights ?? []);
    }

    public static ForestShape Shape(bool isClassification = true, int trees = 20, int maxDepth = 6, int minSamplesLeaf = 1, int maxFeatures = 0) =>
        new(Inputs, isClassification ? Classes : 2, trees, maxDepth, minSamplesLeaf, maxFeatures, isClassification);

    public static float[] Predict(Forest forest, float[] inputs)
    {
        int rows = inputs.Length / Inputs, outputs = forest.Shape.Outputs;
        float[] result = new float[rows * outputs];
        forest.Predict(ref inputs[0], Inputs, ref result[0], outputs, rows);
        return result;
    }

    private static int Label(ReadOnlySpan<float> row) => row[2] > 0.1f ? 0 : row[4] > 0 ? 1 : 2;
}
