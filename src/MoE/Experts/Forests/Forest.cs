using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Experts.Forests;

namespace MoE;

/// <summary>A random forest (Breiman, "Random Forests", 2001), as it was grown or loaded; it does not change.</summary>
public sealed class Forest
{
    private const int WalksAtATime = 256;

    private readonly ForestLayout _layout;
    private double[]? _importances;

    internal Forest(ForestShape shape, ForestNodes nodes, double outOfBagScore, string name = "forest")
    {
        Shape = shape;
        Nodes = nodes;
        OutOfBagScore = outOfBagScore;
        Depth = ForestCheck.Demand(nodes, shape, name);
        _layout = new ForestLayout(nodes, shape.Outputs);
    }

    /// <summary>How many trees; 0 before the first Fit.</summary>
    public int TreeCount => Nodes.Roots.Length;

    /// <summary>Nodes of all trees, leaves included.</summary>
    public int NodeCount => Nodes.Features.Length;

    /// <summary>Leaves of all trees.</summary>
    public int LeafCount => Nodes.Values.Length / Shape.Outputs;

    /// <summary>Questions from a root to a leaf at most.</summary>
    public int Depth { get; }

    /// <summary>
    /// How well the trees that have not seen a row tell it, over the rows that the forest was grown on: accuracy for classes, R2 for numbers; NaN where no
    /// row was unseen.
    /// </summary>
    public double OutOfBagScore { get; }

    /// <summary>For each feature, how much of the impurity its questions took away: the mean over the trees, adding up to 1; zeros where nothing was asked.</summary>
    public IReadOnlyList<double> FeatureImportances => _importances ??= ForestImportances.Of(this);

    internal ForestShape Shape { get; }

    internal ForestNodes Nodes { get; }

    /// <summary>One that knows nothing: all classes are as likely, all numbers are 0.</summary>
    internal static Forest Untrained(ForestShape shape) => new(shape, new ForestNodes([], [], [], [], [], [], []), double.NaN);

    /// <summary>Rows that lie one stride apart; nothing behind the outputs' width is touched.</summary>
    internal unsafe void Predict(ref float inputs, int inputStride, ref float outputs, int outputStride, int rows)
    {
        for (int row = 0; row < rows; row++)
            Row(ref outputs, row, outputStride).Fill(TreeCount == 0 && Shape.IsClassification ? 1f / Shape.Outputs : 0);
        if (TreeCount == 0)
            return;
        fixed (float* first = &inputs)
        {
            int* leaves = stackalloc int[WalksAtATime];
            if (rows == 1)
                OneRow(first, ref outputs, leaves);
            else
                ManyRows(first, inputStride, ref outputs, outputStride, rows, leaves);
        }
        for (int row = 0; row < rows; row++)
            ForestMean.Divide(Row(ref outputs, row, outputStride), TreeCount);
    }

    /// <summary>Where a row ends in each tree.</summary>
    internal unsafe void FindLeaves(ReadOnlySpan<float> row, Span<int> leaves)
    {
        fixed (float* first = row)
        fixed (int* found = leaves)
            ForestWalk.Trees(_layout.Nodes, _layout.Roots, TreeCount, first, found);
    }

    /// <summary>Adds what a leaf says.</summary>
    internal void AddLeaf(int leaf, Span<float> output) => ForestMean.Add(_layout.Values(leaf), ref MemoryMarshal.GetReference(output));

    private unsafe void OneRow(float* row, ref float output, int* leaves)
    {
        for (int tree = 0, count; tree < TreeCount; tree += count)
        {
            count = Math.Min(WalksAtATime, TreeCount - tree);
            ForestWalk.Trees(_layout.Nodes, _layout.Roots + tree, count, row, leaves);
            for (int index = 0; index < count; index++)
                ForestMean.Add(_layout.Values(leaves[index]), ref output);
        }
    }

    // Tree by tree, so that a tree stays in the cache while rows pass through it.
    private unsafe void ManyRows(float* inputs, int inputStride, ref float outputs, int outputStride, int rows, int* leaves)
    {
        for (int first = 0, count; first < rows; first += count)
        {
            count = Math.Min(WalksAtATime, rows - first);
            for (int tree = 0; tree < TreeCount; tree++)
            {
                ForestWalk.Rows(_layout.Nodes, _layout.Roots[tree], inputs + ((nint)first * inputStride), inputStride, count, leaves);
                for (int index = 0; index < count; index++)
                    ForestMean.Add(_layout.Values(leaves[index]), ref Unsafe.Add(ref outputs, (nint)(first + index) * outputStride));
            }
        }
    }

    private Span<float> Row(ref float outputs, int row, int stride) => MemoryMarshal.CreateSpan(ref Unsafe.Add(ref outputs, (nint)row * stride), Shape.Outputs);
}
