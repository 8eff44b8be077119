using System;

namespace MoE.Experts.Forests;

/// <summary>Weights of classes (Gini's impurity: <c>1 - sum of p_c^2</c>). The squares are kept up row by row.</summary>
internal struct GiniStatistics(int[] labels, int classes) : ISplitStatistics
{
    private readonly double[] _total = new double[classes];
    private readonly double[] _left = new double[classes];
    private readonly double[] _right = new double[classes];
    private double _weight, _leftWeight, _rightWeight, _leftSquares, _rightSquares, _squares;

    // What rounding leaves of a right side that hardly counts is no purer than one class.
    public readonly double Score => (_leftSquares / _leftWeight) + (_rightWeight > 0 ? Math.Min(_rightSquares / _rightWeight, _rightWeight) : 0);

    public readonly double Impurity => IsPure ? 0 : Math.Max(0, 1 - (_squares / (_weight * _weight)));

    public bool IsPure { get; private set; }

    public void Clear()
    {
        Array.Clear(_total);
        (_weight, _squares) = (0, 0);
        IsPure = true;
    }

    public void Add(int row, double weight)
    {
        ref double sum = ref _total[labels[row]];
        IsPure &= sum == _weight;
        _squares += weight * ((2 * sum) + weight);
        sum += weight;
        _weight += weight;
    }

    public void Begin()
    {
        _total.CopyTo(_right, 0);
        Array.Clear(_left);
        (_leftWeight, _leftSquares) = (0, 0);
        (_rightWeight, _rightSquares) = (_weight, _squares);
    }

    public void Move(int row, double weight)
    {
        int label = labels[row];
        ref double left = ref _left[label];
        ref double right = ref _right[label];
        _leftSquares += weight * ((2 * left) + weight);
        _rightSquares -= weight * ((2 * right) - weight);
        left += weight;
        right -= weight;
        _leftWeight += weight;
        _rightWeight -= weight;
    }

    public readonly void Mean(Span<float> values)
    {
        for (int output = 0; output < values.Length; output++)
            values[output] = (float)(_total[output] / _weight);
    }
}
