using System;
using System.Collections.Generic;

namespace MoE.Persistence.Apr;

/// <summary>Reads trees, which bincode writes depth first, left before right. Without recursion: the file decides how deep they are.</summary>
/// <param name="layout">What nodes have.</param>
/// <param name="classifies">Whether leaves answer classes.</param>
internal sealed class AprNodeReader(AprForestLayout layout, bool classifies)
{
    private readonly List<AprNode> _nodes = [];

    // Questions whose right child is still to come.
    private readonly Stack<(int Node, int Depth)> _open = [];

    private bool HasImpurities => layout == AprForestLayout.L2;

    /// <summary>Reads one tree; the root is the first node.</summary>
    public AprNode[] Read(ref BincodeReader reader)
    {
        _nodes.Clear();
        _open.Clear();
        for (int depth = 0; ;)
        {
            if (depth > AprTree.MaxDepth)
                throw new ModelFormatException($"A tree is deeper than {AprTree.MaxDepth} nodes: it is damaged, or was not made by training.");
            if (reader.Variant("a tree's node", 2) == 0)
            {
                _open.Push((_nodes.Count, depth++));
                Add(Split(ref reader));
                continue;
            }
            Add(Leaf(ref reader));
            if (!_open.TryPop(out (int Node, int Depth) parent)) return [.. _nodes];
            _nodes[parent.Node] = _nodes[parent.Node] with { Right = _nodes.Count };
            depth = parent.Depth + 1;
        }
    }

    private void Add(AprNode node)
    {
        if (node.Fault(classifies) is { } fault) throw new ModelFormatException($"Node {_nodes.Count}: {fault}.");
        _nodes.Add(node);
    }

    private AprNode Split(ref BincodeReader reader)
    {
        int feature = reader.Count("a node's feature");
        float threshold = reader.Single("a node's threshold");
        float impurity = HasImpurities ? reader.Single("a node's impurity") : 0;
        int samples = HasImpurities ? reader.Count("a node's samples") : 0;
        return AprNode.Split(feature, threshold, left: _nodes.Count + 1, right: 0, samples, impurity);
    }

    private AprNode Leaf(ref BincodeReader reader)
    {
        float value = classifies ? Class(reader.UInt64("a leaf's class")) : reader.Single("a leaf's value");
        int samples = reader.Count("a leaf's samples");
        return AprNode.Leaf(value, samples, HasImpurities ? reader.Single("a leaf's impurity") : 0);
    }

    // Before a float32 rounds it.
    private static int Class(ulong label) => label <= AprNode.MaxClass
        ? (int)label
        : throw new ModelFormatException($"A leaf's class must be at most {AprNode.MaxClass}; {label} came.");
}
