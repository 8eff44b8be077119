using System;
using System.Linq;
using MoE.Routing;

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

    /// <summary>Over the rows that count and that some tree has not seen.</summary>
    public double Score()
    {
        int[] rows = [.. Enumerable.Range(0, _isUnseen.Length).Where(row => _isUnseen[row] && _rows.WeightOf(row) > 0)];
        return rows.Length == 0 ? double.NaN : _shape.IsClassification ? Accuracy(rows) : R2(rows);
    }

    private double Accuracy(int[] rows) =>
        rows.Count(row => TopK.ArgMax(ref Outputs[row * _shape.Outputs], _shape.Outputs) == _rows.Labels[row]) / (double)rows.Length;

    private double R2(int[] rows) => Enumerable.Range(0, _shape.Outputs).Average(output =>
    {
        double mean = rows.Average(row => Target(row, output));
        double errors = rows.Sum(row => Square(Target(row, output) - Outputs[(row * _shape.Outputs) + output]));
        double spread = rows.Sum(row => Square(Target(row, output) - mean));
        return spread > 0 ? 1 - (errors / spread) : errors == 0 ? 1 : 0;
    });

    private double Target(int row, int output) => _rows.Targets[(row * _shape.Outputs) + output];

    private static double Square(double value) => value * value;
}
