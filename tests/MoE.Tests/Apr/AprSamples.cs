using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MoE.Persistence.Apr;

namespace MoE.Tests.Apr;

/// <summary>Mixtures for tests, and their bytes.</summary>
internal static class AprSamples
{
    public static readonly DateTimeOffset CreatedAt = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    public static readonly AprExpertKind[] Kinds =
    [
        AprLinearRegression.Kind, AprRidge.Kind, AprLogisticRegression.Kind, AprRandomForestClassifier.Kind, AprRandomForestRegressor.Kind, MoeGenExpert.Kind,
    ];

    /// <summary>The mixture of worked example (B).</summary>
    public static AprMixture Linear => new(
        [new AprLinearRegression([2], 0.5f, true), new AprLinearRegression(null, 0, true)],
        new AprGating(1, 2, 1, [BitConverter.UInt32BitsToSingle(0xBED105EC), BitConverter.UInt32BitsToSingle(0xBEA737F0)]),
        new AprConfig(2, 1, 0, 0.01f));

    /// <summary>A small mixture of all kinds.</summary>
    public static AprMixture OfAllKinds => Random(new Random(7), Kinds);

    /// <summary>Any mixture of these kinds.</summary>
    public static AprMixture Random(Random random, IReadOnlyList<AprExpertKind> kinds)
    {
        int features = random.Next(1, 6);
        return new AprMixture(
            [.. kinds.Select(kind => Expert(random, kind, features))],
            new AprGating(features, kinds.Count, AnyFloat(random), Floats(random, features * kinds.Count)),
            new AprConfig((ulong)random.NextInt64(), AnyFloat(random), AnyFloat(random), AnyFloat(random)));
    }

    /// <summary>A mixture of these experts whose gate has one feature and weights of 0.</summary>
    public static AprMixture Of(params AprExpert[] experts) =>
        new(experts, new AprGating(1, experts.Length, 1, new float[experts.Length]), new AprConfig(1, 1, 0, 0.01f));

    public static AprExpertKind[] KindsOf(AprMixture mixture) => [.. mixture.Experts.Select(expert => expert.WrittenAs)];

    public static byte[] Write(AprMixture mixture, string version = "0.65.2")
    {
        using MemoryStream stream = new();
        AprFile.Write(stream, mixture, CreatedAt, version);
        return stream.ToArray();
    }

    public static byte[] WriteBincode(AprMixture mixture)
    {
        using MemoryStream stream = new();
        AprFile.WriteBincode(stream, mixture);
        return stream.ToArray();
    }

    private static AprExpert Expert(Random random, AprExpertKind kind, int features)
    {
        float[]? coefficients = random.Next(4) == 0 ? null : Floats(random, features);
        ulong? some = random.Next(2) == 0 ? null : (ulong)random.NextInt64();
        return kind.Name switch
        {
            "LinearRegression" => new AprLinearRegression(coefficients, AnyFloat(random), random.Next(2) == 0),
            "Ridge" => new AprRidge(AnyFloat(random), coefficients, AnyFloat(random), random.Next(2) == 0),
            "LogisticRegression" => new AprLogisticRegression(coefficients, AnyFloat(random), AnyFloat(random), ulong.MaxValue - (some ?? 0), AnyFloat(random)),
            "RandomForestClassifier" => new AprRandomForestClassifier(
                Many(random, () => new AprClassifierTree(Nodes(random, features, classifies: true), some, random.Next(3) == 0 ? null : features)), 10, some, some),
            "RandomForestRegressor" => new AprRandomForestRegressor(
                Many(random, () => new AprRegressorTree(Nodes(random, features, classifies: false), some, 2, 1)), 10, some, some),
            _ => new MoeGenExpert($"kind {random.Next()} \u00e9", Many(random, () => Tensor(random))),
        };
    }

    private static T[] Many<T>(Random random, Func<T> make) => [.. Enumerable.Range(0, random.Next(4)).Select(_ => make())];

    private static AprTensor Tensor(Random random)
    {
        int[] shape = [.. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(4))];
        return new AprTensor($"tensor.{random.Next()}", shape, Floats(random, shape.Aggregate(1, (product, size) => product * size)));
    }

    // Depth first, as they are read.
    private static AprNode[] Nodes(Random random, int features, bool classifies)
    {
        List<AprNode> nodes = [];
        Grow(5);
        return [.. nodes];

        void Grow(int depth)
        {
            float impurity = random.Next(3) == 0 ? 0 : random.NextSingle() * (classifies ? 1 : 1e6f);
            if (depth == 0 || random.Next(3) == 0)
            {
                nodes.Add(AprNode.Leaf(classifies ? random.Next(5) : random.NextSingle() - 0.5f, random.Next(), impurity));
                return;
            }
            int at = nodes.Count;
            nodes.Add(AprNode.Split(random.Next(features), random.NextSingle() - 0.5f, at + 1, 0, random.Next(), impurity));
            Grow(depth - 1);
            nodes[at] = nodes[at] with { Right = nodes.Count };
            Grow(depth - 1);
        }
    }

    private static float[] Floats(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => AnyFloat(random))];

    // Any bits: NaNs and infinities pass through files as they are.
    private static float AnyFloat(Random random) => BitConverter.UInt32BitsToSingle((uint)random.NextInt64());
}
