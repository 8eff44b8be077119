using System;
using System.Collections.Generic;
using System.Linq;

namespace MoE.Benchmarks.Learn.Data;

/// <summary>Shifts and scales numbers to mean 0 and variance 1 on the rows to learn; a missing one becomes 0, an extreme one is cut.</summary>
internal sealed class Standardization
{
    private const double Limit = 5;
    private const double LeastDeviation = 1e-9;

    private readonly double[] _means;
    private readonly double[] _deviations;

    /// <param name="rows">The rows to learn; NaN: missing.</param>
    public Standardization(IReadOnlyList<double[]> rows)
    {
        _means = [.. Enumerable.Range(0, rows[0].Length).Select(column => Known(rows, column).Average())];
        _deviations = [.. _means.Select((mean, column) => Math.Max(LeastDeviation, Math.Sqrt(Known(rows, column).Average(value => (value - mean) * (value - mean)))))];
    }

    /// <summary>A row, standardised.</summary>
    public IEnumerable<float> Of(double[] row) => row.Select((value, column) =>
        double.IsNaN(value) ? 0 : (float)Math.Clamp((value - _means[column]) / _deviations[column], -Limit, Limit));

    private static IEnumerable<double> Known(IReadOnlyList<double[]> rows, int column) => rows.Select(row => row[column]).Where(value => !double.IsNaN(value));
}
