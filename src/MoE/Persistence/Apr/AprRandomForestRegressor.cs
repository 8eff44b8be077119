using System.Collections.Generic;

namespace MoE.Persistence.Apr;

/// <summary>aprender's RandomForestRegressor: the mean of what the trees answer.</summary>
/// <param name="Trees">The trees; none before it was fitted.</param>
/// <param name="Estimators">How many trees fitting makes.</param>
/// <param name="Limit">aprender's max_depth of trees; null for none.</param>
/// <param name="RandomState">The seed; null for none.</param>
internal sealed record AprRandomForestRegressor(IReadOnlyList<AprRegressorTree> Trees, ulong Estimators, ulong? Limit, ulong? RandomState)
    : AprForest<AprRegressorTree>(Trees, Estimators, Limit, RandomState)
{
    /// <summary>How it is read.</summary>
    public static AprExpertKind Kind { get; } = new("RandomForestRegressor", Read) { HasTrees = true };

    /// <inheritdoc/>
    public override AprExpertKind WrittenAs => Kind;

    private static AprRandomForestRegressor Read(ref BincodeReader reader, AprForestLayout layout)
    {
        (AprRegressorTree[] trees, ulong estimators, ulong? limit, ulong? randomState) = ReadParts(ref reader, layout);
        return new AprRandomForestRegressor(trees, estimators, limit, randomState);
    }
}
