using System;
using System.Collections.Generic;
using System.Linq;
using MoE.Numerics;

namespace MoE.Experts.Forests;

/// <summary>Draws bags: as many draws with replacement as there are rows that count (Breiman, "Bagging predictors", 1996).</summary>
internal sealed class Bootstrap
{
    // Beside the row that counts most, what counts less than this is lost in the sums.
    private const double Least = 1e-12;

    private readonly double[] _weights;
    private readonly int[] _counting;

    /// <param name="rows">Where none counts, none counts more than another.</param>
    /// <param name="count">How many they are.</param>
    public Bootstrap(ForestRows rows, int count)
    {
        double most = rows.Weights.DefaultIfEmpty(1).Max();
        _weights = new double[count];
        List<int> counting = [];
        for (int row = 0; row < count; row++)
        {
            _weights[row] = most > 0 ? rows.WeightOf(row) / most : 1;
            if (_weights[row] > Least)
                counting.Add(row);
        }
        _counting = [.. counting];
    }

    public Bag Draw(ref Xoshiro256 random)
    {
        int[] draws = new int[_weights.Length];
        double[] weights = new double[_weights.Length];
        for (int draw = 0; draw < _counting.Length; draw++)
            draws[_counting[random.NextBelow(_counting.Length)]]++;
        int size = 0;
        foreach (int row in _counting)
        {
            weights[row] = draws[row] * _weights[row];
            size += Math.Min(draws[row], 1);
        }
        return new Bag(draws, weights, size);
    }
}
