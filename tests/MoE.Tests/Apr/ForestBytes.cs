using MoE.Persistence.Apr;

namespace MoE.Tests.Apr;

/// <summary>
/// A forest of two trees as aprender laid it out in each version, put together by hand, with the training rows that aprender keeps:
/// a tree that asks for x[1] up to 0.5 and then for x[0] up to -1.25, and a leaf.
/// </summary>
internal sealed record ForestBytes(AprForestLayout Layout, bool Classifies)
{
    public const int Features = 2;

    public AprExpertKind Kind => Classifies ? AprRandomForestClassifier.Kind : AprRandomForestRegressor.Kind;

    /// <summary>A mixture of two such forests; the second was not fitted.</summary>
    public byte[] Mixture => new ByteBuilder().U64(2).Then(Forest).Then(Unfitted).GateAndConfig(Features, 2).ToBytes();

    /// <summary>What <see cref="Mixture"/> is.</summary>
    public AprMixture Expected
    {
        get
        {
            AprNode[] tree =
            [
                AprNode.Split(1, 0.5f, 1, 2, Known(12), Known(0.625f)),
                Leaf(0, 3, 0),
                AprNode.Split(0, -1.25f, 3, 4, Known(9), Known(0.5f)),
                Leaf(2, 4, 0.25f),
                Leaf(1, 5, 0),
            ];
            AprNode[] leaf = [Leaf(2, 12, 0.125f)];
            int? features = Layout == AprForestLayout.L0 ? null : Features;
            AprExpert forest = Classifies
                ? new AprRandomForestClassifier([new(tree, 7, features), new(leaf, 7, features)], 2, 7, 42)
                : new AprRandomForestRegressor([new(tree, 7, 2, 1), new(leaf, 7, 2, 1)], 2, 7, 42);
            AprExpert unfitted = Classifies ? new AprRandomForestClassifier([], 10, null, null) : new AprRandomForestRegressor([], 10, null, null);
            return new AprMixture([forest, unfitted], new AprGating(Features, 2, 1, new float[4]), new AprConfig(1, 1, 0, 0.01f));
        }
    }

    private bool HasImpurities => Layout == AprForestLayout.L2;

    private int Known(int samples) => HasImpurities ? samples : 0;

    private float Known(float impurity) => HasImpurities ? impurity : 0;

    private AprNode Leaf(float value, int samples, float impurity) => AprNode.Leaf(Classifies ? value : value / 8, samples, Known(impurity));

    private void Forest(ByteBuilder bytes)
    {
        bytes.U64(2);
        bytes.Raw(1);
        Split(bytes, 1, 0.5f, 12, 0.625f);
        Leaf(bytes, 0, 3, 0);
        Split(bytes, 0, -1.25f, 9, 0.5f);
        Leaf(bytes, 2, 4, 0.25f);
        Leaf(bytes, 1, 5, 0);
        Settings(bytes);
        bytes.Raw(1);
        Leaf(bytes, 2, 12, 0.125f);
        Settings(bytes);
        // n_estimators, max_depth, random_state, the rows that each tree has not seen.
        bytes.U64(2).Raw(1).U64(7).Raw(1).U64(42).U64(2).U64(1).U64(0).U64(0);
        // x_train: data, rows, columns; y_train.
        bytes.Raw(1).Vector(1, 2, 3, 4, 5, 6).U64(3).U64(Features);
        bytes.Raw(1).U64(3);
        for (uint row = 0; row < 3; row++)
        {
            if (Classifies) bytes.U64(row);
            else bytes.F32(row);
        }
    }

    private static void Unfitted(ByteBuilder bytes) => bytes.U64(0).U64(10).Raw(0).Raw(0).U64(0).Raw(0).Raw(0);

    private void Split(ByteBuilder bytes, ulong feature, float threshold, ulong samples, float impurity)
    {
        bytes.U32(0).U64(feature).F32(threshold);
        if (HasImpurities) bytes.F32(impurity).U64(samples);
    }

    private void Leaf(ByteBuilder bytes, uint value, ulong samples, float impurity)
    {
        bytes.U32(1);
        if (Classifies) bytes.U64(value);
        else bytes.F32(value / 8f);
        bytes.U64(samples);
        if (HasImpurities) bytes.F32(impurity);
    }

    // A tree's max_depth, and what follows it.
    private void Settings(ByteBuilder bytes)
    {
        bytes.Raw(1).U64(7);
        if (!Classifies) bytes.U64(2).U64(1);
        else if (Layout != AprForestLayout.L0) bytes.Raw(1).U64(Features);
    }
}
