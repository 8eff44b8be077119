using System;
using System.Collections.Generic;

namespace MoE.Persistence.Apr;

/// <summary>Writes trees in layout L2, depth first, left before right.</summary>
internal static class AprNodeWriter
{
    /// <summary>Writes a tree; its root is the first node.</summary>
    /// <exception cref="ArgumentException">The nodes are no tree, or their numbers could not be read again.</exception>
    public static void Write(ref BincodeWriter writer, AprNode[] nodes, bool classifies)
    {
        Stack<(int Node, int Depth)> open = [];
        open.Push((0, 0));
        int written = 0;
        while (open.TryPop(out (int Node, int Depth) next))
        {
            if ((uint)next.Node >= (uint)nodes.Length) throw Bad($"there is no node {next.Node} among {nodes.Length}");
            if (next.Depth > AprTree.MaxDepth) throw Bad($"it is deeper than {AprTree.MaxDepth} nodes");
            if (++written > nodes.Length) throw Bad("a node is the child of two, or of itself");
            AprNode node = nodes[next.Node];
            if (node.Fault(classifies) is { } fault) throw Bad($"node {next.Node}: {fault}");
            writer.UInt32(node.IsLeaf ? 1u : 0u);
            if (node.IsLeaf)
            {
                if (classifies) writer.Count((int)node.Value);
                else writer.Single(node.Value);
                writer.Count(node.Samples);
                writer.Single(node.Impurity);
                continue;
            }
            writer.Count(node.Feature);
            writer.Single(node.Threshold);
            writer.Single(node.Impurity);
            writer.Count(node.Samples);
            open.Push((node.Right, next.Depth + 1));
            open.Push((node.Left, next.Depth + 1));
        }
        if (written < nodes.Length) throw Bad($"{nodes.Length - written} of its {nodes.Length} nodes are no one's child");
    }

    private static ArgumentException Bad(string what) => new($"A tree cannot be written: {what}.");
}
