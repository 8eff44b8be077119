using System.Collections.Generic;

namespace MoE.Experts.Forests;

/// <summary>All trees of a forest, one after the other: what files hold.</summary>
/// <param name="Roots">Each tree's first node; its nodes reach to the next tree's.</param>
/// <param name="Features">The feature that a node asks for; -1: it is a leaf.</param>
/// <param name="Thresholds">Rows whose feature is at most this go left.</param>
/// <param name="Children">The left child's number, the right one's is one more; of a leaf its number among the leaves.</param>
/// <param name="Samples">Training rows that came by, each as often as it was drawn.</param>
/// <param name="Impurities">Gini's impurity of those, or their variance.</param>
/// <param name="Values">[leaves x Outputs].</param>
internal sealed record ForestNodes(int[] Roots, int[] Features, float[] Thresholds, int[] Children, int[] Samples, float[] Impurities, float[] Values)
{
    public static ForestNodes Of(IReadOnlyList<ForestTree> trees)
    {
        List<int> roots = [], features = [], children = [], samples = [];
        List<float> thresholds = [], impurities = [], values = [];
        int leaves = 0;
        foreach (ForestTree tree in trees)
        {
            int root = features.Count;
            roots.Add(root);
            for (int node = 0; node < tree.Features.Count; node++)
                children.Add(tree.Children[node] + (tree.Features[node] < 0 ? leaves : root));
            features.AddRange(tree.Features);
            thresholds.AddRange(tree.Thresholds);
            samples.AddRange(tree.Samples);
            impurities.AddRange(tree.Impurities);
            values.AddRange(tree.Values);
            leaves += tree.Leaves;
        }
        return new ForestNodes([.. roots], [.. features], [.. thresholds], [.. children], [.. samples], [.. impurities], [.. values]);
    }
}
