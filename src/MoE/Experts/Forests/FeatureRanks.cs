using System;
using System.Collections.Generic;

namespace MoE.Experts.Forests;

/// <summary>Each feature's values as ranks among its distinct ones, column by column: what a tree asks for is an order, and ranks are short.</summary>
internal sealed class FeatureRanks
{
    private readonly int[][] _ranks;
    private readonly float[][] _values;

    public FeatureRanks(float[] inputs, int features)
    {
        int rows = inputs.Length / features;
        _ranks = new int[features][];
        _values = new float[features][];
        float[] column = new float[rows];
        int[] order = new int[rows];
        for (int feature = 0; feature < features; feature++)
        {
            for (int row = 0; row < rows; row++)
            {
                column[row] = inputs[(row * features) + feature];
                order[row] = row;
            }
            Array.Sort(column, order);
            Rank(feature, column, order);
        }
    }

    /// <summary>The rank of each row.</summary>
    public ReadOnlySpan<int> Of(int feature) => _ranks[feature];

    /// <summary>How many different values there are.</summary>
    public int Distinct(int feature) => _values[feature].Length;

    /// <summary>What separates two ranks: a number that is at least the lower value and below the higher one.</summary>
    public float Between(int feature, int lower, int higher)
    {
        (float low, float high) = (_values[feature][lower], _values[feature][higher]);
        float middle = low + ((high - low) / 2);
        return middle < high && middle >= low ? middle : low;
    }

    private void Rank(int feature, float[] sorted, int[] order)
    {
        int[] ranks = new int[sorted.Length];
        List<float> values = [];
        for (int place = 0; place < sorted.Length; place++)
        {
            if (place == 0 || sorted[place] != values[^1])
                values.Add(sorted[place]);
            ranks[order[place]] = values.Count - 1;
        }
        _ranks[feature] = ranks;
        _values[feature] = [.. values];
    }
}
