using System;
using System.Linq;
using MoE.Experts.Forests;
using Shouldly;
using Xunit;

namespace MoE.Tests.Forests;

/// <summary>Nodes that a file may hold, each wrong in one way.</summary>
public class ForestCheckTests
{
    // Two trees: a question and two leaves, then a leaf.
    private static readonly ForestShape _shape = new(2, 2, 2, 1, 1, 0, true);
    private static readonly ForestNodes _right = new([0, 3], [1, -1, -1, -1], [0.5f, 0, 0, 0], [1, 0, 1, 2], [9, 4, 5, 9], [0.5f, 0, 0, 0.4f], [1, 0, 0, 1, 0.25f, 0.75f]);

    [Fact]
    public void What_is_right_is_taken() => new Forest(_shape, _right, 0.5).Depth.ShouldBe(1);

    [Fact]
    public void A_threshold_is_missing() => Refused(_right with { Thresholds = [0.5f, 0, 0] }, "as long as each other");

    [Fact]
    public void Values_are_no_rows() => Refused(_right with { Values = [1, 0, 0] }, "whole rows of 2");

    [Fact]
    public void A_tree_is_missing() => Refused(_right with { Roots = [0] }, "2 trees were declared, 1 came");

    [Fact]
    public void There_is_no_tree() => Refused(_right with { Roots = [] }, "no tree");

    [Fact]
    public void A_threshold_is_no_number() => Refused(_right with { Thresholds = [float.NaN, 0, 0, 0] }, "not finite");

    [Fact]
    public void A_value_is_infinite() => Refused(_right with { Values = [1, 0, float.PositiveInfinity, 1, 0.25f, 0.75f] }, "not finite");

    [Theory]
    [InlineData(-0.1f)]
    [InlineData(float.NaN)]
    public void An_impurity_is_none(float impurity) => Refused(_right with { Impurities = [0.5f, 0, impurity, 0.4f] }, "impurity");

    [Fact]
    public void A_frequency_is_no_share() => Refused(_right with { Values = [1.5f, 0, 0, 1, 0.25f, 0.75f] }, "outside of 0 to 1");

    [Fact]
    public void The_first_tree_begins_later() => Refused(_right with { Roots = [1, 3] }, "first tree");

    [Fact]
    public void A_tree_is_empty() => Refused(_right with { Roots = [0, 0] }, "tree 0 has no nodes");

    [Fact]
    public void Trees_are_out_of_order() => Refused(_right with { Roots = [0, -1] }, "has no nodes");

    [Fact]
    public void A_feature_is_beyond_the_inputs() => Refused(_right with { Features = [2, -1, -1, -1] }, "feature 2 of 2");

    [Fact]
    public void A_feature_is_negative() => Refused(_right with { Features = [-2, -1, -1, -1] }, "leaf 0");

    [Fact]
    public void A_node_is_its_own_child() => Refused(_right with { Children = [0, 0, 1, 2] }, "do not lie behind it");

    [Fact]
    public void A_child_is_in_another_tree() => Refused(_right with { Children = [2, 0, 1, 2] }, "do not lie behind it");

    [Fact]
    public void A_leaf_has_no_values() => Refused(_right with { Children = [1, 0, 3, 2] }, "values 3 of 3");

    [Fact]
    public void A_leaf_s_values_are_negative() => Refused(_right with { Children = [1, 0, -1, 2] }, "values -1 of 3");

    [Fact]
    public void Samples_are_negative() => Refused(_right with { Samples = [9, -4, 5, 9] }, "-4 samples");

    [Fact]
    public void A_node_has_no_parent() => Refused(_right with { Features = [-1, -1, -1, -1], Children = [0, 0, 1, 2] }, "node 1 has no parent");

    [Fact]
    public void A_node_has_two_parents() =>
        Refused(new([0, 5], [0, 0, -1, -1, -1, -1], new float[6], [1, 2, 0, 0, 0, 0], new int[6], new float[6], [1, 0]), "two parents");

    [Fact]
    public void A_tree_is_too_deep() =>
        Refused(new([0, 5], [0, 0, -1, -1, -1, -1], new float[6], [1, 3, 0, 0, 0, 0], new int[6], new float[6], [1, 0]), "2 questions deep, 1 were declared");

    private static void Refused(ForestNodes nodes, string reason) =>
        Should.Throw<ModelFormatException>(() => new Forest(_shape, nodes, 0.5, "experts.3")).Message.ShouldSatisfyAllConditions(
            message => message.ShouldContain(reason), message => message.ShouldContain("'experts.3'"));
}
