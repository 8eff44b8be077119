using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using MoE.Persistence.Apr;
using Shouldly;
using Xunit;

namespace MoE.Tests.Apr;

public class ForestLayoutTests
{
    public static TheoryData<int, bool> EachLayout => new()
    {
        { 0, true }, { 1, true }, { 2, true }, { 0, false }, { 1, false }, { 2, false },
    };

    [Theory]
    [MemberData(nameof(EachLayout))]
    public void A_forest_of_each_layout_is_read_whatever_the_version_says(int layout, bool classifies)
    {
        ForestBytes forest = new((AprForestLayout)layout, classifies);
        AprExpertKind[] kinds = [forest.Kind, forest.Kind];
        string expected = AprDescription.Of(forest.Expected);
        AprDescription.Of(AprFile.Read(forest.Mixture, kinds)).ShouldBe(expected);
        foreach (string version in (string[])["0.12.0", "0.13.0", "0.44.9", "0.45.0", "0.65.2", "0.0.0-golden", "", "x"])
        {
            byte[] file = new TestContainer(forest.Mixture) { Metadata = TestContainer.MetadataOf(version) }.ToBytes();
            AprDescription.Of(AprFile.Read(file, kinds)).ShouldBe(expected, version);
        }
    }

    [Theory]
    [MemberData(nameof(EachLayout))]
    public void Any_forests_of_each_layout_are_read(int layout, bool classifies) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            Random random = new(seed);
            AprExpertKind kind = classifies ? AprRandomForestClassifier.Kind : AprRandomForestRegressor.Kind;
            AprMixture mixture = AprSamples.Random(random, [.. Enumerable.Repeat(kind, random.Next(1, 4))]);
            ForestEncoder encoder = new((AprForestLayout)layout);
            byte[] payload = encoder.Encode(mixture);
            string expected = AprDescription.Of(encoder.Known(mixture));
            foreach (string version in (string[])["0.12.0", "0.13.0", "0.65.2"])
            {
                byte[] file = new TestContainer(payload) { Metadata = TestContainer.MetadataOf(version) }.ToBytes();
                AprDescription.Of(AprFile.Read(file, AprSamples.KindsOf(mixture))).ShouldBe(expected, version);
            }
            if (layout == 2) AprSamples.WriteBincode(mixture).ShouldBe(payload);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Layout_2_is_written_without_the_rows_of_the_training(bool classifies)
    {
        ForestBytes forest = new(AprForestLayout.L2, classifies);
        byte[] written = AprSamples.WriteBincode(forest.Expected);
        int targetBytes = classifies ? 8 : 4;
        int dropped = 2 * 8 + 8 + (8 + 6 * 4 + 16) + (8 + 3 * targetBytes);
        written.Length.ShouldBe(forest.Mixture.Length - dropped);
        // All before the lists of rows is the same; there it says that there are none.
        int lists = written.AsSpan().CommonPrefixLength(forest.Mixture);
        written[lists].ShouldBe((byte)0);
        AprDescription.Of(AprFile.Read(written, [forest.Kind, forest.Kind])).ShouldBe(AprDescription.Of(forest.Expected));
    }

    [Theory]
    [InlineData(null, "L2 L1 L0")]
    [InlineData("", "L2 L1 L0")]
    [InlineData("0", "L2 L1 L0")]
    [InlineData("0.x", "L2 L1 L0")]
    [InlineData("0.+1", "L2 L1 L0")]
    [InlineData("0.99999999999", "L2 L1 L0")]
    [InlineData("0.10.0", "L0 L2 L1")]
    [InlineData("0.12.9", "L0 L2 L1")]
    [InlineData("0.13", "L1 L2 L0")]
    [InlineData("0.44.8-rc.1", "L1 L2 L0")]
    [InlineData("0.45.0", "L2 L1 L0")]
    [InlineData("1.0.0", "L2 L1 L0")]
    public void The_version_says_what_is_tried_first(string? version, string order) =>
        string.Join(' ', AprForestLayouts.LikeliestFirst(version).ToArray()).ShouldBe(order);

    [Fact]
    public void A_tree_as_deep_as_allowed_is_read_and_written()
    {
        foreach (bool left in (bool[])[true, false])
        {
            AprMixture mixture = AprSamples.Of(new AprRandomForestClassifier([new(Chain(AprTree.MaxDepth, left), null, 1)], 1, null, null));
            AprDescription.Of(AprFile.Read(AprSamples.Write(mixture), AprSamples.KindsOf(mixture))).ShouldBe(AprDescription.Of(mixture));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_deeper_tree_is_refused(bool left)
    {
        const int Depth = AprTree.MaxDepth + 1;
        ByteBuilder payload = new ByteBuilder().U64(1).U64(1).Raw(1);
        for (int i = 0; i < Depth; i++)
        {
            payload.U32(0).U64(0).F32(0).F32(0).U64(1);
            if (!left) payload.U32(1).U64(0).U64(1).F32(0);
        }
        for (int i = 0; i <= (left ? Depth : 0); i++) payload.U32(1).U64(0).U64(1).F32(0);
        payload.Raw(0).Raw(0).U64(1).Raw(0).Raw(0).U64(0).Raw(0).Raw(0).GateAndConfig(1, 1);
        Should.Throw<ModelFormatException>(() => AprFile.Read(payload.ToBytes(), [AprRandomForestClassifier.Kind]))
            .Message.ShouldContain("deeper than 4096");
        Should.Throw<ArgumentException>(() => AprSamples.Write(AprSamples.Of(new AprRandomForestClassifier([new(Chain(Depth, left), null, 1)], 1, null, null))))
            .Message.ShouldContain("deeper than 4096");
    }

    [Fact]
    public void Nodes_in_any_order_are_written_depth_first()
    {
        AprNode[] nodes = [AprNode.Split(0, 0, left: 2, right: 1), AprNode.Leaf(1), AprNode.Leaf(0)];
        AprMixture mixture = AprSamples.Of(new AprRandomForestRegressor([new(nodes, null, 2, 1)], 1, null, null));
        AprRandomForestRegressor forest = AprFile.Read(AprSamples.Write(mixture), AprSamples.KindsOf(mixture)).Experts[0].ShouldBeOfType<AprRandomForestRegressor>();
        forest.Trees[0].Nodes.ShouldBe([AprNode.Split(0, 0, left: 1, right: 2), AprNode.Leaf(0), AprNode.Leaf(1)]);
    }

    public static TheoryData<string, string> BadNodes => new()
    {
        { "no nodes", "there is no node 0 among 0" },
        { "a child that is not there", "there is no node 9 among 3" },
        { "a circle", "the child of two, or of itself" },
        { "an orphan", "1 of its 2 nodes are no one's child" },
        { "a threshold", "a threshold must be finite; NaN came" },
        { "an impurity", "an impurity must be 0 or a normal number below 1; 1 came" },
        { "a denormal impurity", "an impurity must be 0 or a normal number below 1; 1E-45 came" },
        { "samples", "a number of samples must not be negative; -1 came" },
        { "a class", "a class must be a whole number from 0 to 16777216; 0.5 came" },
        { "a value", "a leaf's value must be finite; Infinity came" },
        { "a feature", "A node asks for feature 3; inputs have 2." },
    };

    [Theory]
    [MemberData(nameof(BadNodes))]
    public void What_is_no_tree_is_not_written(string what, string message)
    {
        AprNode leaf = AprNode.Leaf(0);
        AprNode[] nodes = what switch
        {
            "no nodes" => [],
            "a child that is not there" => [AprNode.Split(0, 0, 1, 9), leaf, leaf],
            "a circle" => [AprNode.Split(0, 0, 1, 0), leaf],
            "an orphan" => [leaf, leaf],
            "a threshold" => [AprNode.Split(0, float.NaN, 1, 2), leaf, leaf],
            "an impurity" => [AprNode.Leaf(0, impurity: 1)],
            "a denormal impurity" => [AprNode.Leaf(0, impurity: float.Epsilon)],
            "samples" => [AprNode.Leaf(0, samples: -1)],
            "a class" => [AprNode.Leaf(0.5f)],
            "a value" => [AprNode.Leaf(float.PositiveInfinity)],
            _ => [AprNode.Split(3, 0, 1, 2), leaf, leaf],
        };
        Should.Throw<ArgumentException>(() => AprSamples.Write(AprSamples.Of(new AprRandomForestClassifier([new(nodes, null, 2)], 1, null, null))))
            .Message.ShouldContain(message);
    }

    public static TheoryData<string, string> BadBytes => new()
    {
        { "variant", "a tree's node must be a variant below 2; 2 came" },
        { "not fitted", "A tree has no nodes" },
        { "feature", "A node asks for feature 2; inputs have 2." },
        { "feature of rows", "A node asks for feature 2; inputs have 2." },
        { "class", "A leaf's class must be at most 16777216; 16777217 came." },
        { "rows", "x_train must be [2, 2], 4 values; 5 came." },
    };

    [Theory]
    [MemberData(nameof(BadBytes))]
    public void What_is_no_forest_is_not_read(string what, string message)
    {
        bool ofRows = what == "feature of rows";
        ByteBuilder payload = new ByteBuilder().U64(1).U64(1).Raw(what == "not fitted" ? (byte)0 : (byte)1);
        payload.U32(what == "variant" ? 2u : 0).U64(what.StartsWith("feature", StringComparison.Ordinal) ? 2ul : 1).F32(0.5f).F32(0.5f).U64(2);
        payload.U32(1).U64(what == "class" ? 16_777_217ul : 1).U64(1).F32(0).U32(1).U64(0).U64(1).F32(0);
        payload.Raw(0);
        if (ofRows) payload.Raw(0);
        else payload.Raw(1).U64(2);
        payload.U64(1).Raw(0).Raw(0).U64(0).Raw(1).Vector(new float[what == "rows" ? 5 : 4]).U64(2).U64(2).Raw(0).GateAndConfig(2, 1);
        Should.Throw<ModelFormatException>(() => AprFile.Read(payload.ToBytes(), [AprRandomForestClassifier.Kind])).Message.ShouldContain(message);
    }

    private static AprNode[] Chain(int depth, bool left)
    {
        List<AprNode> nodes = [];
        for (int i = 0; i < depth; i++)
        {
            // The other child is a leaf: right behind in a chain to the right, at the end in one to the left.
            nodes.Add(left ? AprNode.Split(0, 0, i + 1, 2 * depth - i) : AprNode.Split(0, 0, 2 * i + 1, 2 * i + 2));
            if (!left) nodes.Add(AprNode.Leaf(0));
        }
        nodes.AddRange(Enumerable.Repeat(AprNode.Leaf(1), left ? depth + 1 : 1));
        return [.. nodes];
    }
}
