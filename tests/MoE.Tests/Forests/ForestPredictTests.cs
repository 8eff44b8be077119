using System;
using System.Linq;
using MoE.Experts.Forests;
using Shouldly;
using Xunit;

namespace MoE.Tests.Forests;

/// <summary>What forests say, row by row and in batches.</summary>
public class ForestPredictTests
{
    private static readonly ForestRows _rows = ForestData.Rows(333);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(37)]
    [InlineData(600)]
    public void A_row_alone_is_a_row_of_many(int trees)
    {
        Forest forest = ForestTrainer.Grow(ForestData.Shape(trees: trees, maxDepth: 0), _rows, 1, 2)!.Forest;
        float[] many = ForestData.Predict(forest, _rows.Inputs);
        for (int row = 0; row < 333; row++)
            ForestData.Predict(forest, _rows.Inputs[(row * ForestData.Inputs)..((row + 1) * ForestData.Inputs)]).ShouldBe(many[(row * 3)..((row * 3) + 3)]);
    }

    [Fact]
    public void Rows_may_lie_apart_and_nothing_between_is_touched()
    {
        Forest forest = ForestTrainer.Grow(ForestData.Shape(), _rows, 1, 2)!.Forest;
        float[] apart = new float[20 * 16], outputs = new float[20 * 16];
        for (int row = 0; row < 20; row++)
            _rows.Inputs.AsSpan(row * ForestData.Inputs, ForestData.Inputs).CopyTo(apart.AsSpan(row * 16));
        outputs.AsSpan().Fill(-5);
        forest.Predict(ref apart[0], 16, ref outputs[0], 16, 20);
        float[] dense = ForestData.Predict(forest, _rows.Inputs);
        for (int row = 0; row < 20; row++)
        {
            outputs[(row * 16)..((row * 16) + 3)].ShouldBe(dense[(row * 3)..((row * 3) + 3)]);
            outputs[((row * 16) + 3)..((row + 1) * 16)].ShouldAllBe(value => value == -5);
        }
    }

    [Fact]
    public void It_is_the_mean_of_the_leaves_in_the_order_of_the_trees()
    {
        Forest forest = ForestTrainer.Grow(ForestData.Shape(trees: 25), _rows, 1, 2)!.Forest;
        ForestNodes nodes = forest.Nodes;
        float[] row = _rows.Inputs[..ForestData.Inputs], sum = new float[3];
        foreach (int root in nodes.Roots)
        {
            int node = root;
            while (nodes.Features[node] >= 0)
                node = nodes.Children[node] + (row[nodes.Features[node]] <= nodes.Thresholds[node] ? 0 : 1);
            for (int output = 0; output < 3; output++)
                sum[output] += nodes.Values[(nodes.Children[node] * 3) + output];
        }
        ForestData.Predict(forest, row).ShouldBe(sum.Select(value => value / 25));
    }

    [Fact]
    public void One_that_was_never_grown_says_nothing()
    {
        ForestData.Predict(Forest.Untrained(ForestData.Shape()), _rows.Inputs[..ForestData.Inputs]).ShouldAllBe(value => value == 1f / 3);
        ForestData.Predict(Forest.Untrained(ForestData.Shape(isClassification: false)), _rows.Inputs[..ForestData.Inputs]).ShouldAllBe(value => value == 0);
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        Forest forest = ForestTrainer.Grow(ForestData.Shape(), _rows, 1, 2)!.Forest;
        float[] inputs = [.. _rows.Inputs], outputs = new float[333 * 3];
        forest.Predict(ref inputs[0], ForestData.Inputs, ref outputs[0], 3, 333);
        long before = GC.GetAllocatedBytesForCurrentThread();
        forest.Predict(ref inputs[0], ForestData.Inputs, ref outputs[0], 3, 333);
        forest.Predict(ref inputs[0], ForestData.Inputs, ref outputs[0], 3, 1);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}
