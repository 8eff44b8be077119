using System;
using System.Linq;
using MoE.Persistence;

namespace MoE.Experts.Forests;

/// <summary>Whether nodes that came from a file are trees of a forest's shape: no walk over them leaves them or goes in circles.</summary>
internal static class ForestCheck
{
    /// <returns>The questions from a root to a leaf at most.</returns>
    /// <exception cref="ModelFormatException">They are not.</exception>
    public static int Demand(ForestNodes nodes, ForestShape shape, string name)
    {
        int count = nodes.Features.Length;
        int leaves = nodes.Values.Length / shape.Outputs;
        Demand(
            nodes.Thresholds.Length == count && nodes.Children.Length == count && nodes.Samples.Length == count && nodes.Impurities.Length == count,
            name, $"'features', 'thresholds', 'children', 'samples' and 'impurities' must be as long as each other, but are {count}, {nodes.Thresholds.Length}, {nodes.Children.Length}, {nodes.Samples.Length} and {nodes.Impurities.Length}");
        Demand(nodes.Values.Length == (long)leaves * shape.Outputs, name, $"'values' must be whole rows of {shape.Outputs}");
        Demand(nodes.Roots.Length == 0 || nodes.Roots.Length == shape.Trees, name, $"{shape.Trees} trees were declared, {nodes.Roots.Length} came");
        Demand(nodes.Roots.Length > 0 || count == 0, name, $"there are nodes, but no tree");
        Demand(nodes.Values.All(float.IsFinite) && nodes.Thresholds.All(float.IsFinite), name, $"a threshold or a value is not finite");
        Demand(nodes.Impurities.All(impurity => float.IsFinite(impurity) && impurity >= 0), name, $"an impurity is negative or not finite");
        Demand(!shape.IsClassification || nodes.Values.All(value => value is >= 0 and <= 1), name, $"a frequency lies outside of 0 to 1");
        int deepest = 0;
        for (int tree = 0; tree < nodes.Roots.Length; tree++)
        {
            int end = tree + 1 < nodes.Roots.Length ? nodes.Roots[tree + 1] : count;
            Demand(tree > 0 || nodes.Roots[0] == 0, name, $"the first tree must begin with the first node");
            Demand(nodes.Roots[tree] >= 0 && nodes.Roots[tree] < end && end <= count, name, $"tree {tree} has no nodes");
            deepest = Math.Max(deepest, Depth(nodes, shape, leaves, nodes.Roots[tree], end, name));
        }
        return deepest;
    }

    // A child lies behind its parent and has one parent alone: so every walk ends.
    private static int Depth(ForestNodes nodes, ForestShape shape, int leaves, int root, int end, string name)
    {
        int[] depths = new int[end - root];
        depths.AsSpan(1).Fill(-1);
        int deepest = 0;
        for (int node = root; node < end; node++)
        {
            int depth = depths[node - root], feature = nodes.Features[node], child = nodes.Children[node];
            Demand(depth >= 0, name, $"node {node} has no parent before it");
            Demand(nodes.Samples[node] >= 0, name, $"node {node} has {nodes.Samples[node]} samples");
            deepest = Math.Max(deepest, depth);
            if (feature < 0)
            {
                Demand(feature == -1 && child >= 0 && child < leaves, name, $"leaf {node} has the values {child} of {leaves}");
                continue;
            }
            Demand(feature < shape.Inputs, name, $"node {node} asks for feature {feature} of {shape.Inputs}");
            Demand(child > node && child < end - 1, name, $"node {node} has the children {child} and {child + 1L}, which do not lie behind it in its tree");
            for (int side = child; side <= child + 1; side++)
            {
                Demand(depths[side - root] < 0, name, $"node {side} has two parents");
                depths[side - root] = depth + 1;
            }
        }
        Demand(deepest <= shape.DepthLimit, name, $"a tree is {deepest} questions deep, {shape.MaxDepth} were declared");
        return deepest;
    }

    private static void Demand(bool isTrue, string name, FormattableString otherwise)
    {
        if (!isTrue)
            throw new ModelFormatException($"'{NearNames.Clip(name)}' is no forest: {FormattableString.Invariant(otherwise)}. The file is damaged, or another model's.");
    }
}
