using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using MoE.Experts.Forests;
using MoE.Numerics;
using Shouldly;
using Xunit;

namespace MoE.Tests.Forests;

/// <summary>How forests grow.</summary>
public class ForestTrainerTests
{
    [Theory]
    [InlineData(true, 100, 1)]
    [InlineData(true, 3, 1)]
    [InlineData(true, 100, 5)]
    [InlineData(false, 100, 1)]
    [InlineData(false, 4, 7)]
    public void A_tree_is_the_definition_s(bool isClassification, int maxDepth, int minLeaf)
    {
        ForestRows rows = ForestData.Rows(90, isClassification);
        ForestShape shape = ForestData.Shape(isClassification, trees: 1, maxDepth, minLeaf, ForestData.Inputs);
        ForestFit fit = ForestTrainer.Grow(shape, rows, seed: 3, threads: 1)!;
        // The bootstrap is the first that the tree's random numbers make.
        Xoshiro256 random = Xoshiro256.ForStream(3, 0);
        Bag bag = new Bootstrap(rows, 90).Draw(ref random);
        ReferenceTree reference = new(
            [.. Enumerable.Range(0, 90).Where(row => bag.Draws[row] > 0).Select(row => (Row(rows, row), Target(rows, shape, row), bag.Draws[row]))], maxDepth, minLeaf);
        float[] said = ForestData.Predict(fit.Forest, rows.Inputs);
        // Of two questions that part a small node alike, either may be asked: what other rows answer is not the definition's.
        foreach (int row in Enumerable.Range(0, 90).Where(row => bag.Draws[row] > 0))
        {
            double[] expected = reference.Predict(Row(rows, row));
            for (int output = 0; output < shape.Outputs; output++)
                ((double)said[(row * shape.Outputs) + output]).ShouldBe(expected[output], 1e-5, $"row {row}");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Threads_do_not_matter(bool isClassification)
    {
        ForestRows rows = ForestData.Rows(300, isClassification);
        ForestFit one = ForestTrainer.Grow(ForestData.Shape(isClassification), rows, 5, threads: 1)!, three = ForestTrainer.Grow(ForestData.Shape(isClassification), rows, 5, threads: 3)!;
        three.Forest.Nodes.Features.ShouldBe(one.Forest.Nodes.Features);
        three.Forest.Nodes.Thresholds.ShouldBe(one.Forest.Nodes.Thresholds);
        three.Forest.Nodes.Values.ShouldBe(one.Forest.Nodes.Values);
        three.OutOfBag.ShouldBe(one.OutOfBag);
        three.Forest.OutOfBagScore.ShouldBe(one.Forest.OutOfBagScore);
        ForestTrainer.Grow(ForestData.Shape(isClassification), rows, 6, threads: 1)!.Forest.Nodes.Features.ShouldNotBe(one.Forest.Nodes.Features);
    }

    [Fact]
    public void Depth_leaves_and_features_are_kept_to()
    {
        ForestRows rows = ForestData.Rows(400);
        Forest forest = ForestTrainer.Grow(ForestData.Shape(maxDepth: 4, minSamplesLeaf: 9), rows, 1, 2)!.Forest;
        forest.Depth.ShouldBe(4);
        forest.TreeCount.ShouldBe(20);
        ForestNodes nodes = forest.Nodes;
        for (int node = 0; node < forest.NodeCount; node++)
            nodes.Samples[node].ShouldBeGreaterThanOrEqualTo(9);
        ForestTrainer.Grow(ForestData.Shape(maxDepth: 0), rows, 1, 2)!.Forest.Depth.ShouldBeGreaterThan(4);
        foreach (float[] leaf in nodes.Values.Chunk(ForestData.Classes))
            leaf.Sum().ShouldBe(1, 1e-5f);
    }

    [Fact]
    public void What_a_row_s_class_follows_from_is_found()
    {
        Forest forest = ForestTrainer.Grow(ForestData.Shape(trees: 50, maxFeatures: 3), ForestData.Rows(600), 1, 2)!.Forest;
        forest.FeatureImportances.Sum().ShouldBe(1, 1e-9);
        forest.FeatureImportances.Select((value, index) => (value, index)).OrderByDescending(pair => pair.value).Take(2).Select(pair => pair.index).Order().ShouldBe([2, 4]);
        Forest.Untrained(ForestData.Shape()).FeatureImportances.ShouldAllBe(value => value == 0);
    }

    [Fact]
    public void The_score_out_of_the_bag_is_that_of_new_rows()
    {
        ForestFit fit = ForestTrainer.Grow(ForestData.Shape(trees: 60), Noisy(500, 1), 1, 2)!;
        ForestRows others = Noisy(2000, 9);
        float[] said = ForestData.Predict(fit.Forest, others.Inputs);
        double accuracy = others.Labels.Select((label, row) => Array.IndexOf(said[(row * 3)..((row * 3) + 3)], said[(row * 3)..((row * 3) + 3)].Max()) == label ? 1.0 : 0).Average();
        fit.Forest.OutOfBagScore.ShouldBe(accuracy, 0.04);
        fit.Forest.OutOfBagScore.ShouldBeInRange(0.7, 0.87);
        ForestTrainer.Grow(ForestData.Shape(isClassification: false, trees: 60, maxFeatures: 7), ForestData.Rows(500, isClassification: false), 1, 2)!.Forest.OutOfBagScore.ShouldBeInRange(0.7, 0.99);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-20)]
    public void Rows_that_weigh_nothing_do_not_count(double weight)
    {
        double[] weights = [.. Enumerable.Range(0, 300).Select(row => row < 150 ? 1.0 : weight)];
        ForestRows rows = ForestData.Rows(300, weights: weights);
        ForestRows lies = rows with { Labels = [.. rows.Labels.Select((label, row) => row < 150 ? label : 2 - label)] };
        ForestTrainer.Grow(ForestData.Shape(), rows, 1, 1)!.Forest.Nodes.Values.ShouldBe(ForestTrainer.Grow(ForestData.Shape(), lies, 1, 1)!.Forest.Nodes.Values);
    }

    [Fact]
    public void Rows_that_hardly_count_hardly_matter()
    {
        double[] weights = [.. Enumerable.Range(0, 600).Select(row => row < 300 ? 1.0 : 1e-9)];
        ForestRows rows = ForestData.Rows(600, weights: weights);
        ForestRows lies = rows with { Labels = [.. rows.Labels.Select((label, row) => row < 300 ? label : (row * 7) % 3)] };
        Forest forest = ForestTrainer.Grow(ForestData.Shape(trees: 60, minSamplesLeaf: 5), lies, 1, 1)!.Forest;
        float[][] said = [.. ForestData.Predict(forest, rows.Inputs).Chunk(3)];
        said.Where((own, row) => Array.IndexOf(own, own.Max()) == rows.Labels[row]).Count().ShouldBeGreaterThan(560);
    }

    [Fact]
    public void Where_no_row_counts_all_count_the_same()
    {
        ForestRows rows = ForestData.Rows(100);
        ForestTrainer.Grow(ForestData.Shape(), rows with { Weights = new double[100] }, 1, 1)!.Forest.Nodes.Values
            .ShouldBe(ForestTrainer.Grow(ForestData.Shape(), rows, 1, 1)!.Forest.Nodes.Values);
    }

    [Theory]
    [InlineData(-60)]
    [InlineData(40)]
    public void The_unit_of_numbers_does_not_matter(int power)
    {
        ForestRows rows = ForestData.Rows(200, isClassification: false);
        ForestRows scaled = rows with { Targets = [.. rows.Targets.Select(target => MathF.ScaleB(target, power))] };
        Forest one = ForestTrainer.Grow(ForestData.Shape(false), rows, 1, 1)!.Forest, other = ForestTrainer.Grow(ForestData.Shape(false), scaled, 1, 1)!.Forest;
        other.Nodes.Features.ShouldBe(one.Nodes.Features);
        other.Nodes.Thresholds.ShouldBe(one.Nodes.Thresholds);
        other.OutOfBagScore.ShouldBe(one.OutOfBagScore);
    }

    [Theory]
    [InlineData(3f)]
    [InlineData(16_777_217f / 3)]
    public void Equal_numbers_are_one_leaf(float number)
    {
        ForestRows rows = ForestData.Rows(200, isClassification: false);
        Forest forest = ForestTrainer.Grow(ForestData.Shape(false), rows with { Targets = [.. rows.Targets.Select(_ => number)] }, 1, 1)!.Forest;
        forest.NodeCount.ShouldBe(forest.TreeCount);
        forest.Nodes.Values.ShouldAllBe(value => value == number);
        forest.OutOfBagScore.ShouldBe(number == 3 ? 1 : 0, "as r2_score of a constant");
    }

    [Fact]
    public void Equal_rows_are_one_leaf()
    {
        ForestRows rows = new([.. Enumerable.Repeat(0.5f, 20 * ForestData.Inputs)], [.. Enumerable.Range(0, 20).Select(row => row % 3)], [], []);
        Forest forest = ForestTrainer.Grow(ForestData.Shape(), rows, 1, 1)!.Forest;
        forest.NodeCount.ShouldBe(forest.TreeCount);
        forest.Depth.ShouldBe(0);
    }

    [Fact]
    public void Neighbouring_floats_are_told_apart()
    {
        float[] values = [1, MathF.BitIncrement(1), float.MaxValue, -float.MaxValue];
        ForestRows rows = new([.. Enumerable.Range(0, 80).SelectMany(row => Enumerable.Repeat(values[row % 4], ForestData.Inputs))], [.. Enumerable.Range(0, 80).Select(row => row % 4 % 3)], [], []);
        Forest forest = ForestTrainer.Grow(ForestData.Shape(maxDepth: 0), rows, 1, 1)!.Forest;
        forest.Nodes.Thresholds.ShouldAllBe(threshold => float.IsFinite(threshold));
        forest.OutOfBagScore.ShouldBe(1);
    }

    [Fact]
    public void It_can_be_cancelled_and_says_how_far_it_is()
    {
        using CancellationTokenSource stop = new();
        List<int> done = [];
        ForestTrainer.Grow(ForestData.Shape(), ForestData.Rows(60), 1, 1, trees =>
        {
            done.Add(trees);
            if (trees == 7)
                stop.Cancel();
        }, stop.Token).ShouldBeNull();
        done.ShouldBe(Enumerable.Range(1, 7));
    }

    // One label in seven is wrong.
    private static ForestRows Noisy(int count, int seed)
    {
        ForestRows rows = ForestData.Rows(count, seed: seed);
        return rows with { Labels = [.. rows.Labels.Select((label, row) => row % 7 == 0 ? (label + 1) % 3 : label)] };
    }

    private static float[] Row(ForestRows rows, int row) => rows.Inputs[(row * ForestData.Inputs)..((row + 1) * ForestData.Inputs)];

    private static double[] Target(ForestRows rows, ForestShape shape, int row) => shape.IsClassification
        ? [.. Enumerable.Range(0, shape.Outputs).Select(output => output == rows.Labels[row] ? 1.0 : 0)]
        : [.. Enumerable.Range(0, shape.Outputs).Select(output => (double)rows.Targets[(row * shape.Outputs) + output])];
}
