using System;

namespace MoE.Persistence.Apr;

/// <summary>aprender's DecisionTreeClassifier: leaves answer classes.</summary>
/// <param name="Nodes">The nodes; the first is the root.</param>
/// <param name="Limit">aprender's max_depth, to which it was trained; null for none.</param>
/// <param name="Features">Inputs; null where the file does not say.</param>
internal sealed record AprClassifierTree(AprNode[] Nodes, ulong? Limit, int? Features) : AprTree(Nodes, Limit), IAprTree<AprClassifierTree>
{
    /// <inheritdoc/>
    public static bool Classifies => true;

    /// <summary>Two tags, and a leaf: variant, class, samples.</summary>
    public static int FewestBytes => 1 + sizeof(uint) + 2 * sizeof(ulong) + 1;

    /// <inheritdoc/>
    public static int TargetBytes => sizeof(ulong);

    /// <inheritdoc/>
    public static AprClassifierTree Read(ref BincodeReader reader, AprForestLayout layout, AprNodeReader nodes)
    {
        ReadIsFitted(ref reader);
        AprClassifierTree tree = new(nodes.Read(ref reader), reader.OptionalUInt64("a tree's max_depth"), null);
        if (layout == AprForestLayout.L0 || !reader.IsSome("a tree's n_features")) return tree;
        int features = reader.Count("a tree's n_features");
        return tree.Fault(features) is { } fault ? throw new ModelFormatException(fault) : tree with { Features = features };
    }

    /// <inheritdoc/>
    public override void Write(ref BincodeWriter writer)
    {
        writer.IsSome(true);
        AprNodeWriter.Write(ref writer, Nodes, Classifies);
        if (Features is { } features && Fault(features) is { } fault) throw new ArgumentException($"A tree cannot be written: {fault}");
        writer.OptionalUInt64(Limit);
        writer.OptionalUInt64((ulong?)Features);
    }
}
