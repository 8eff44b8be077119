using System;

namespace MoE.Experts.Forests;

/// <summary>What the trees that have not seen a row say of it (Breiman, "Out-of-bag estimation", 1996): the forest's word on rows that it was grown on.</summary>
internal sealed class OutOfBag : IParallelWork
{
    private const int RowsOfPart = 256;

    private readonly Forest _forest;
    private readonly ForestShape _shape;
    private readonly ForestRows _rows;
    private readonly Bag[] _bags;
    private readonly bool[] _isUnseen;

    public OutOfBag(Forest forest, ForestRows rows, Bag[] bags, int threads)
    {
        _forest = forest;
        _shape = forest.Shape;
        _rows = rows;
        _bags = bags;
        _isUnseen = new bool[rows.Inputs.Length / _shape.Inputs];
        Outputs = new float[_isUnseen.Length * _shape.Outputs];
        ParallelWork.Run(this, ((_isUnseen.Length - 1) / RowsOfPart) + 1, threads);
    }

    void IParallelWork.Run(int part, int worker)
    {
        int[] leaves = new int[_bags.Length];
        int end = Math.Min(_isUnseen.Length, (part + 1) * RowsOfPart);
        for (int row = part * RowsOfPart; row < end; row++)
        {
            Span<float> output = Outputs.AsSpan(row * _shape.Outputs, _shape.Outputs);
            _forest.FindLeaves(_rows.Inputs.AsSpan(row * _shape.Inputs, _shape.Inputs), leaves);
            int trees = 0;
            for (int tree = 0; tree < leaves.Length; tree++)
            {
                if (_bags[tree].Draws[row] > 0)
                    continue;
                _forest.AddLeaf(leaves[tree], output);
                trees++;
            }
            _isUnseen[row] = trees > 0;
            if (trees > 0)
                ForestMean.Divide(output, trees);
            else
                _forest.Predict(ref _rows.Inputs[row * _shape.Inputs], 0, ref output[0], 0, 1);
        }
    }

    public float[] Outputs { get; }

    public double Score() => _shape.IsClassification ? Accuracy() : R2();

    private double Accuracy()
    {
        int rows = 0, right = 0;
        for (int row = 0; row < _isUnseen.Length; row++)
        {
            if (!_isUnseen[row])
                continue;
            rows++;
            ReadOnlySpan<float> said = Outputs.AsSpan(row * _shape.Outputs, _shape.Outputs);
            int best = 0;
            for (int output = 1; output < said.Length; output++)
            {
                if (said[output] > said[best])
                    best = output;
            }
            right += best == _rows.Labels[row] ? 1 : 0;
        }
        return rows == 0 ? double.NaN : (double)right / rows;
    }

    private double R2()
    {
        double[] means = new double[_shape.Outputs];
        int rows = 0;
        ForEachUnseen((_, output, target) => means[output] += target);
        foreach (bool isUnseen in _isUnseen)
            rows += isUnseen ? 1 : 0;
        double errors = 0, spread = 0;
        ForEachUnseen((said, output, target) =>
        {
            errors += (target - said) * (target - said);
            spread += (target - (means[output] / rows)) * (target - (means[output] / rows));
        });
        return rows == 0 ? double.NaN : 1 - (errors / spread);
    }

    private void ForEachUnseen(Action<double, int, double> take)
    {
        for (int row = 0; row < _isUnseen.Length; row++)
        {
            for (int output = 0; _isUnseen[row] && output < _shape.Outputs; output++)
                take(Outputs[(row * _shape.Outputs) + output], output, _rows.Targets[(row * _shape.Outputs) + output]);
        }
    }
}
