using System;
using System.Collections.Generic;

namespace ErrorTriage.Features;

/// <summary>Counts the hashed features of one field of an error; then adds them to a row with length 1, whatever the field's length.</summary>
public sealed class FeatureField
{
    private readonly float[] _counts;
    private readonly List<int> _touched = [];

    /// <summary>Creates an empty field.</summary>
    /// <param name="buckets">How many features a row has.</param>
    public FeatureField(int buckets) => _counts = new float[buckets];

    /// <summary>Counts a feature.</summary>
    public void Add(FeatureHash feature, float count = 1)
    {
        int bucket = feature.Bucket(_counts.Length);
        if (_counts[bucket] == 0) _touched.Add(bucket);
        _counts[bucket] += count;
    }

    /// <summary>Adds <c>weight * sqrt(count) / norm</c> for each feature to <paramref name="row"/>, and empties the field.</summary>
    public void MoveTo(Span<float> row, float weight)
    {
        // The squares of the square roots are the counts.
        float total = 0;
        foreach (int bucket in _touched) total += _counts[bucket];
        foreach (int bucket in _touched)
        {
            row[bucket] += weight * MathF.Sqrt(_counts[bucket] / total);
            _counts[bucket] = 0;
        }

        _touched.Clear();
    }
}
