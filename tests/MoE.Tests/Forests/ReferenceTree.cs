using System;
using System.Collections.Generic;
using System.Linq;

namespace MoE.Tests.Forests;

/// <summary>A classification or regression tree as its definition reads: every threshold of every feature, in double, by recursion.</summary>
internal sealed class ReferenceTree
{
    private readonly int _feature;
    private readonly double _threshold;
    private readonly ReferenceTree? _left, _right;
    private readonly double[] _value;

    /// <param name="rows">Inputs, target vector (one-hot for classes) and weight.</param>
    public ReferenceTree(IReadOnlyList<(float[] Inputs, double[] Target, int Draws)> rows, int maxDepth, int minLeaf)
    {
        double weight = rows.Sum(row => row.Draws);
        _value = [.. Enumerable.Range(0, rows[0].Target.Length).Select(output => rows.Sum(row => row.Draws * row.Target[output]) / weight)];
        if (maxDepth == 0 || Impurity(rows) < 1e-12)
            return;
        double best = double.PositiveInfinity;
        for (int feature = 0; feature < rows[0].Inputs.Length; feature++)
        {
            float[] values = [.. rows.Select(row => row.Inputs[feature]).Distinct().Order()];
            for (int place = 0; place + 1 < values.Length; place++)
            {
                double threshold = values[place] + (((double)values[place + 1] - values[place]) / 2);
                var left = rows.Where(row => row.Inputs[feature] <= threshold).ToList();
                var right = rows.Where(row => row.Inputs[feature] > threshold).ToList();
                if (left.Sum(row => row.Draws) < minLeaf || right.Sum(row => row.Draws) < minLeaf)
                    continue;
                double impurity = (Impurity(left) * left.Sum(row => row.Draws)) + (Impurity(right) * right.Sum(row => row.Draws));
                if (impurity < best - 1e-9)
                    (best, _feature, _threshold) = (impurity, feature, threshold);
            }
        }
        if (double.IsPositiveInfinity(best))
            return;
        _left = new ReferenceTree([.. rows.Where(row => row.Inputs[_feature] <= _threshold)], maxDepth - 1, minLeaf);
        _right = new ReferenceTree([.. rows.Where(row => row.Inputs[_feature] > _threshold)], maxDepth - 1, minLeaf);
    }

    public double[] Predict(float[] row) => _left is null ? _value : (row[_feature] <= _threshold ? _left : _right!).Predict(row);

    // Of one-hot targets the variance, summed over the outputs, is Gini's impurity.
    private static double Impurity(IReadOnlyList<(float[] Inputs, double[] Target, int Draws)> rows)
    {
        double weight = rows.Sum(row => row.Draws);
        return Enumerable.Range(0, rows[0].Target.Length).Sum(output =>
        {
            double mean = rows.Sum(row => row.Draws * row.Target[output]) / weight;
            return rows.Sum(row => row.Draws * (row.Target[output] - mean) * (row.Target[output] - mean)) / weight;
        });
    }
}
