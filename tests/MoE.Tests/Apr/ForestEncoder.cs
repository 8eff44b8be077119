using System.Linq;
using MoE.Persistence.Apr;

namespace MoE.Tests.Apr;

/// <summary>Mixtures of forests as an aprender of each layout would have saved them, and what such a file still says.</summary>
internal sealed class ForestEncoder(AprForestLayout layout)
{
    public byte[] Encode(AprMixture mixture)
    {
        ByteBuilder bytes = new ByteBuilder().U64((ulong)mixture.Experts.Count);
        foreach (AprExpert expert in mixture.Experts)
        {
            if (expert is AprRandomForestClassifier classes) Forest(bytes, classes);
            else if (expert is AprRandomForestRegressor values) Forest(bytes, values);
        }
        AprGating gate = mixture.Gating;
        bytes.U64((ulong)gate.Features).U64((ulong)gate.Experts).F32(gate.Temperature).Vector(gate.Weights);
        AprConfig config = mixture.Config;
        return bytes.U64(config.TopK).F32(config.CapacityFactor).F32(config.ExpertDropout).F32(config.LoadBalanceWeight).ToBytes();
    }

    /// <summary>The mixture without what the layout has no place for.</summary>
    public AprMixture Known(AprMixture mixture) => mixture with { Experts = [.. mixture.Experts.Select(Known)] };

    private AprExpert Known(AprExpert expert) => expert switch
    {
        AprRandomForestClassifier forest => forest with { Trees = [.. forest.Trees.Select(Known)] },
        AprRandomForestRegressor forest => forest with { Trees = [.. forest.Trees.Select(tree => tree with { Nodes = Known(tree.Nodes) })] },
        _ => expert,
    };

    private AprClassifierTree Known(AprClassifierTree tree) =>
        tree with { Nodes = Known(tree.Nodes), Features = layout == AprForestLayout.L0 ? null : tree.Features };

    private AprNode[] Known(AprNode[] nodes) => layout == AprForestLayout.L2
        ? nodes
        : [.. nodes.Select(node => node with { Impurity = 0, Samples = node.IsLeaf ? node.Samples : 0 })];

    private void Forest<TTree>(ByteBuilder bytes, AprForest<TTree> forest) where TTree : AprTree, IAprTree<TTree>
    {
        bytes.U64((ulong)forest.Trees.Count);
        foreach (TTree tree in forest.Trees)
        {
            bytes.Raw(1);
            Node(bytes, tree, 0);
            Optional(bytes, tree.Limit);
            if (tree is AprRegressorTree regressor) bytes.U64(regressor.MinSamplesSplit).U64(regressor.MinSamplesLeaf);
            else if (layout != AprForestLayout.L0) Optional(bytes, (ulong?)((AprClassifierTree)(AprTree)tree).Features);
        }
        bytes.U64(forest.Estimators);
        Optional(bytes, forest.Limit);
        Optional(bytes, forest.RandomState);
        bytes.U64(0).Raw(0).Raw(0);
    }

    private void Node(ByteBuilder bytes, AprTree tree, int index)
    {
        AprNode node = tree.Nodes[index];
        bool hasImpurities = layout == AprForestLayout.L2;
        if (node.IsLeaf)
        {
            bytes.U32(1);
            if (tree is AprRegressorTree) bytes.F32(node.Value);
            else bytes.U64((ulong)node.Value);
            bytes.U64((ulong)node.Samples);
            if (hasImpurities) bytes.F32(node.Impurity);
            return;
        }
        bytes.U32(0).U64((ulong)node.Feature).F32(node.Threshold);
        if (hasImpurities) bytes.F32(node.Impurity).U64((ulong)node.Samples);
        Node(bytes, tree, node.Left);
        Node(bytes, tree, node.Right);
    }

    private static void Optional(ByteBuilder bytes, ulong? value)
    {
        if (value is { } some) bytes.Raw(1).U64(some);
        else bytes.Raw(0);
    }
}
