using System.Collections.Generic;

namespace MoE.Experts.Forests;

/// <summary>One tree while it grows: nodes and leaves in the order in which they came to be, a node's children side by side and behind it.</summary>
internal sealed class ForestTree
{
    /// <summary>The feature that a node asks for; -1: it is a leaf.</summary>
    public List<int> Features { get; } = [];

    /// <summary>Rows whose feature is at most this go left.</summary>
    public List<float> Thresholds { get; } = [];

    /// <summary>The left child, the right one is next to it; of a leaf its number among the leaves.</summary>
    public List<int> Children { get; } = [];

    /// <summary>Rows that came by, each as often as it was drawn.</summary>
    public List<int> Samples { get; } = [];

    /// <summary>Gini's impurity, or the variance summed over the outputs.</summary>
    public List<float> Impurities { get; } = [];

    /// <summary>Outputs of each leaf.</summary>
    public List<float> Values { get; } = [];

    public int Leaves { get; private set; }

    public int Add()
    {
        Features.Add(-1);
        Thresholds.Add(0);
        Children.Add(0);
        Samples.Add(0);
        Impurities.Add(0);
        return Features.Count - 1;
    }

    public void MakeLeaf(int node) => Children[node] = Leaves++;
}
