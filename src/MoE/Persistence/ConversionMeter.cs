using System;
using System.Collections.Generic;
using System.Linq;

namespace MoE.Persistence;

/// <summary>How far a file's weights lie from those that the model computes with.</summary>
internal sealed class ConversionMeter
{
    private readonly Dictionary<TensorLayout, Sums> _sums = new(ReferenceEqualityComparer.Instance);
    private float[] _rounded = [];

    /// <summary>What was found so far, tensors in the order in which they came.</summary>
    public ConversionReport Report => new([.. _sums.Where(entry => entry.Value.LargestError > 0).Select(entry => entry.Value.Of(entry.Key))]);

    /// <summary>Compares elements that have just been packed with what they were rounded from.</summary>
    public void Compare(TensorLayout tensor, int first, ReadOnlySpan<float> values, Span<float> floats)
    {
        if (_rounded.Length < values.Length) _rounded = new float[values.Length];
        Span<float> rounded = _rounded.AsSpan(0, values.Length);
        TensorPacking.Unpack(tensor, first, floats, rounded);
        if (!_sums.TryGetValue(tensor, out Sums? sums)) _sums.Add(tensor, sums = new Sums());
        for (int i = 0; i < values.Length; i++)
        {
            double value = values[i], error = Math.Abs(rounded[i] - value);
            sums.LargestWeight = Math.Max(sums.LargestWeight, Math.Abs(value));
            sums.LargestError = Math.Max(sums.LargestError, error);
            sums.Squares += value * value;
            sums.ErrorSquares += error * error;
        }
    }

    private sealed class Sums
    {
        public double LargestWeight { get; set; }

        public double LargestError { get; set; }

        public double Squares { get; set; }

        public double ErrorSquares { get; set; }

        public TensorConversion Of(TensorLayout tensor) => new(
            tensor.Name, tensor.Format, LargestWeight, LargestError, Math.Sqrt(Squares / tensor.Elements), Math.Sqrt(ErrorSquares / tensor.Elements));
    }
}
