using System;
using System.Collections.Generic;

namespace MoE.Persistence.Apr;

/// <summary>What aprender's two forests have in common.</summary>
/// <typeparam name="TTree">The kind of tree.</typeparam>
/// <param name="Trees">The trees; none before it was fitted.</param>
/// <param name="Estimators">How many trees fitting makes.</param>
/// <param name="Limit">aprender's max_depth of trees; null for none.</param>
/// <param name="RandomState">The seed; null for none.</param>
/// <remarks>
/// aprender keeps the rows that a forest was trained with in its file, in clear. They are skipped when reading and never written:
/// out-of-bag lists are empty and x_train and y_train none, as in a forest that aprender loaded from safetensors.
/// </remarks>
internal abstract record AprForest<TTree>(IReadOnlyList<TTree> Trees, ulong Estimators, ulong? Limit, ulong? RandomState) : AprExpert
    where TTree : AprTree, IAprTree<TTree>
{
    /// <inheritdoc/>
    public override void Write(ref BincodeWriter writer)
    {
        writer.Count(Trees.Count);
        foreach (TTree tree in Trees) tree.Write(ref writer);
        writer.UInt64(Estimators);
        writer.OptionalUInt64(Limit);
        writer.OptionalUInt64(RandomState);
        AprTrainingRows.WriteNone(ref writer);
    }

    // The arguments of a forest's constructor.
    private protected static (TTree[] Trees, ulong Estimators, ulong? Limit, ulong? RandomState) ReadParts(ref BincodeReader reader, AprForestLayout layout)
    {
        TTree[] trees = new TTree[reader.Length("trees", TTree.FewestBytes)];
        AprNodeReader nodes = new(layout, TTree.Classifies);
        for (int i = 0; i < trees.Length; i++) trees[i] = ReadTree(ref reader, i);
        (TTree[], ulong, ulong?, ulong?) parts =
            (trees, reader.UInt64("n_estimators"), reader.OptionalUInt64("max_depth"), reader.OptionalUInt64("random_state"));
        if (AprTrainingRows.Skip(ref reader, TTree.TargetBytes) is { } features) CheckFeatures(trees, features);
        return parts;

        TTree ReadTree(ref BincodeReader reader, int index)
        {
            try
            {
                return TTree.Read(ref reader, layout, nodes);
            }
            catch (ModelFormatException error)
            {
                throw new ModelFormatException($"tree {index}: {error.Message}", error);
            }
        }
    }

    private static void CheckFeatures(TTree[] trees, int features)
    {
        foreach (TTree tree in trees)
        {
            if (tree.Fault(features) is { } fault) throw new ModelFormatException(fault);
        }
    }
}
