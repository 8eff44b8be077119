using System.Collections.Generic;

namespace MoE.Persistence.Apr;

/// <summary>aprender's RandomForestClassifier: the class that most trees answer, the lowest of several.</summary>
/// <param name="Trees">The trees; none before it was fitted.</param>
/// <param name="Estimators">How many trees fitting makes.</param>
/// <param name="Limit">aprender's max_depth of trees; null for none.</param>
/// <param name="RandomState">The seed; null for none.</param>
internal sealed record AprRandomForestClassifier(IReadOnlyList<AprClassifierTree> Trees, ulong Estimators, ulong? Limit, ulong? RandomState)
    : AprForest<AprClassifierTree>(Trees, Estimators, Limit, RandomState)
{
    /// <summary>How it is read.</summary>
    public static AprExpertKind Kind { get; } = new("RandomForestClassifier", Read) { HasTrees = true };

    /// <inheritdoc/>
    public override AprExpertKind WrittenAs => Kind;

    private static AprRandomForestClassifier Read(ref BincodeReader reader, AprForestLayout layout)
    {
        (AprClassifierTree[] trees, ulong estimators, ulong? limit, ulong? randomState) = ReadParts(ref reader, layout);
        return new AprRandomForestClassifier(trees, estimators, limit, randomState);
    }
}
