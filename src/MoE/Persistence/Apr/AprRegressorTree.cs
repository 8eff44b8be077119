namespace MoE.Persistence.Apr;

/// <summary>aprender's DecisionTreeRegressor: leaves answer values.</summary>
/// <param name="Nodes">The nodes; the first is the root.</param>
/// <param name="Limit">aprender's max_depth, to which it was trained; null for none.</param>
/// <param name="MinSamplesSplit">The fewest rows that were split.</param>
/// <param name="MinSamplesLeaf">The fewest rows of a leaf.</param>
internal sealed record AprRegressorTree(AprNode[] Nodes, ulong? Limit, ulong MinSamplesSplit, ulong MinSamplesLeaf)
    : AprTree(Nodes, Limit), IAprTree<AprRegressorTree>
{
    /// <inheritdoc/>
    public static bool Classifies => false;

    /// <summary>Two tags, a leaf (variant, value, samples), two settings.</summary>
    public static int FewestBytes => 1 + sizeof(uint) + sizeof(float) + sizeof(ulong) + 1 + 2 * sizeof(ulong);

    /// <inheritdoc/>
    public static int TargetBytes => sizeof(float);

    /// <inheritdoc/>
    public static AprRegressorTree Read(ref BincodeReader reader, AprForestLayout layout, AprNodeReader nodes)
    {
        ReadIsFitted(ref reader);
        return new AprRegressorTree(
            nodes.Read(ref reader),
            reader.OptionalUInt64("a tree's max_depth"),
            reader.UInt64("a tree's min_samples_split"),
            reader.UInt64("a tree's min_samples_leaf"));
    }

    /// <inheritdoc/>
    public override void Write(ref BincodeWriter writer)
    {
        writer.IsSome(true);
        AprNodeWriter.Write(ref writer, Nodes, Classifies);
        writer.OptionalUInt64(Limit);
        writer.UInt64(MinSamplesSplit);
        writer.UInt64(MinSamplesLeaf);
    }
}
