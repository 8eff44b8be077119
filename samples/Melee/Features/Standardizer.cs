using System;
using System.Collections.Generic;

namespace Melee.Features;

/// <summary>Shifts and scales numbers to mean 0 and variance 1 on the training states; a missing one becomes 0, an extreme one is cut.</summary>
public sealed class Standardizer
{
    /// <summary>Far beyond what a normal number reaches; a velocity at a respawn does.</summary>
    private const float Limit = 4;

    private readonly float[] _means;
    private readonly float[] _scales;

    /// <summary>Measures means and standard deviations.</summary>
    /// <param name="rows">Numbers of the training states, all as many; NaN: missing.</param>
    public Standardizer(IReadOnlyList<float[]> rows)
    {
        _means = new float[rows[0].Length];
        _scales = new float[_means.Length];
        for (int column = 0; column < _means.Length; column++)
        {
            double count = 0;
            double sum = 0;
            double squares = 0;
            foreach (float[] row in rows)
            {
                if (float.IsNaN(row[column])) continue;
                count++;
                sum += row[column];
                squares += (double)row[column] * row[column];
            }

            double mean = count == 0 ? 0 : sum / count;
            double variance = count == 0 ? 0 : squares / count - mean * mean;
            _means[column] = (float)mean;
            _scales[column] = variance < 1e-9 ? 0 : (float)(1 / Math.Sqrt(variance));
        }
    }

    /// <summary>Standardises one row.</summary>
    /// <param name="numbers">As many as in training.</param>
    /// <param name="row">Receives them.</param>
    public void Apply(ReadOnlySpan<float> numbers, Span<float> row)
    {
        for (int column = 0; column < _means.Length; column++)
        {
            float scaled = (numbers[column] - _means[column]) * _scales[column];
            row[column] = float.IsNaN(scaled) ? 0 : Math.Clamp(scaled, -Limit, Limit);
        }
    }
}
