using System.Linq;

namespace MoE.Persistence.Apr;

/// <summary>A decision tree: an input up to a node's threshold goes left, until a leaf answers.</summary>
/// <param name="Nodes">The nodes; the first is the root.</param>
/// <param name="Limit">aprender's max_depth, to which it was trained; null for none.</param>
internal abstract record AprTree(AprNode[] Nodes, ulong? Limit)
{
    /// <summary>How many questions may lie above a leaf: aprender's own reader recurses, and must not run out of stack.</summary>
    public const int MaxDepth = 4096;

    /// <summary>Writes the tree.</summary>
    public abstract void Write(ref BincodeWriter writer);

    /// <summary>What is wrong if inputs have so many features; null if nothing is.</summary>
    public string? Fault(int features)
    {
        int widest = Nodes.Max(node => node.Feature);
        return widest < features ? null : $"A node asks for feature {widest}; inputs have {features}.";
    }

    // A tree that was never fitted has no nodes. A forest has no such tree: aprender could not predict with it.
    private protected static void ReadIsFitted(ref BincodeReader reader)
    {
        if (!reader.IsSome("a tree's nodes")) throw new ModelFormatException("A tree has no nodes: the forest was never fitted, or is damaged.");
    }
}
