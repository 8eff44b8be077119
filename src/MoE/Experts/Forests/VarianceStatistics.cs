using System;

namespace MoE.Experts.Forests;

/// <summary>Sums of numbers (variance, summed over the outputs), counted from those of the node's first row: what is far from zero loses nothing.</summary>
internal struct VarianceStatistics(float[] targets, int outputs) : ISplitStatistics
{
    private readonly double[] _total = new double[outputs];
    private readonly double[] _left = new double[outputs];
    private int _first = -1;
    private double _weight, _leftWeight, _squaresOfTargets;

    public readonly double Score
    {
        get
        {
            double left = 0, right = 0;
            for (int output = 0; output < _total.Length; output++)
            {
                double rest = _total[output] - _left[output];
                left += _left[output] * _left[output];
                right += rest * rest;
            }
            double rightWeight = _weight - _leftWeight;
            return (left / _leftWeight) + (rightWeight > 0 ? right / rightWeight : 0);
        }
    }

    public readonly bool IsPure => _squaresOfTargets == 0;

    public readonly double Impurity
    {
        get
        {
            double squares = 0;
            foreach (double sum in _total)
                squares += sum / _weight * (sum / _weight);
            return Math.Max(0, (_squaresOfTargets / _weight) - squares);
        }
    }

    public void Clear()
    {
        Array.Clear(_total);
        (_first, _weight, _squaresOfTargets) = (-1, 0, 0);
    }

    public void Add(int row, double weight)
    {
        if (_first < 0)
            _first = row;
        for (int output = 0; output < _total.Length; output++)
        {
            double target = Target(row, output);
            _total[output] += weight * target;
            _squaresOfTargets += weight * target * target;
        }
        _weight += weight;
    }

    public void Begin()
    {
        Array.Clear(_left);
        _leftWeight = 0;
    }

    public void Move(int row, double weight)
    {
        for (int output = 0; output < _left.Length; output++)
            _left[output] += weight * Target(row, output);
        _leftWeight += weight;
    }

    public readonly void Mean(Span<float> values)
    {
        for (int output = 0; output < values.Length; output++)
            values[output] = (float)(targets[(_first * values.Length) + output] + (_total[output] / _weight));
    }

    private readonly double Target(int row, int output) => (double)targets[(row * _total.Length) + output] - targets[(_first * _total.Length) + output];
}
