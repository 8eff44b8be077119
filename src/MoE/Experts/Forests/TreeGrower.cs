using System;
using System.Collections.Generic;
using MoE.Numerics;

namespace MoE.Experts.Forests;

/// <summary>
/// Grows trees (Breiman et al., "Classification and Regression Trees", 1984): at each node the question that leaves the purest sides, among all
/// thresholds of features that are drawn anew; of equally good ones the first in the order of the draws and of the thresholds.
/// </summary>
internal sealed class TreeGrower<TStatistics>(ForestShape shape, FeatureRanks ranks, int rows, TStatistics statistics)
    where TStatistics : struct, ISplitStatistics
{
    private const int DrawsOfFeature = 4;

    private readonly int[] _features = new int[shape.Inputs];
    private readonly RankSorter _sorter = new(rows);
    private readonly int[] _rest = new int[rows];
    private readonly Stack<(int Node, int Start, int End, int Depth)> _open = new();
    private int[] _rows = [];
    private TStatistics _statistics = statistics;

    public ForestTree Grow(Bag bag, ref Xoshiro256 random)
    {
        ForestTree tree = new();
        _rows = new int[bag.Size];
        for (int row = 0, place = 0; row < bag.Draws.Length; row++)
        {
            if (bag.Draws[row] > 0)
                _rows[place++] = row;
        }
        _open.Push((tree.Add(), 0, _rows.Length, 0));
        while (_open.TryPop(out (int Node, int Start, int End, int Depth) open))
            Grow(tree, bag, open.Node, open.Start, open.End, open.Depth, ref random);
        return tree;
    }

    private void Grow(ForestTree tree, Bag bag, int node, int start, int end, int depth, ref Xoshiro256 random)
    {
        ReadOnlySpan<int> own = _rows.AsSpan(start, end - start);
        int samples = 0;
        _statistics.Clear();
        foreach (int row in own)
        {
            _statistics.Add(row, bag.Weights[row]);
            samples += bag.Draws[row];
        }
        tree.Samples[node] = samples;
        tree.Impurities[node] = (float)_statistics.Impurity;
        bool mayAsk = depth < shape.DepthLimit && samples >= 2L * shape.MinSamplesLeaf && !_statistics.IsPure;
        Split split = mayAsk ? Find(bag, own, samples, ref random) : Split.None;
        if (split.Feature < 0)
        {
            tree.MakeLeaf(node);
            Span<float> values = stackalloc float[shape.Outputs];
            _statistics.Mean(values);
            tree.Values.AddRange(values);
            return;
        }
        int middle = start + Part(start, end, split);
        tree.Features[node] = split.Feature;
        tree.Thresholds[node] = ranks.Between(split.Feature, split.Lower, split.Higher);
        int left = tree.Children[node] = tree.Add();
        int right = tree.Add();
        _open.Push((right, middle, end, depth + 1));
        _open.Push((left, start, middle, depth + 1));
    }

    // Features are drawn until enough of them differ within the node; of many that do not, no more than so many; and further ones until one has a question.
    private Split Find(Bag bag, ReadOnlySpan<int> own, int samples, ref Xoshiro256 random)
    {
        for (int feature = 0; feature < _features.Length; feature++)
            _features[feature] = feature;
        Split best = Split.None;
        int tried = 0;
        long most = DrawsOfFeature * (long)shape.FeaturesOfNode;
        for (int drawn = 0; drawn < _features.Length && ((tried < shape.FeaturesOfNode && drawn < most) || best.Feature < 0); drawn++)
        {
            int other = drawn + random.NextBelow(_features.Length - drawn);
            (_features[drawn], _features[other]) = (_features[other], _features[drawn]);
            if (Ask(_features[drawn], bag, own, samples, ref best))
                tried++;
        }
        return best;
    }

    /// <returns>Whether the feature differs within the node.</returns>
    private bool Ask(int feature, Bag bag, ReadOnlySpan<int> own, int samples, ref Split best)
    {
        ReadOnlySpan<int> rank = ranks.Of(feature);
        if (IsConstant(own, rank))
            return false;
        ReadOnlySpan<int> sorted = _sorter.Sort(own, rank, ranks.Distinct(feature));
        int left = 0;
        _statistics.Begin();
        for (int place = 0; place < sorted.Length - 1; place++)
        {
            int row = sorted[place];
            _statistics.Move(row, bag.Weights[row]);
            left += bag.Draws[row];
            int lower = rank[row], higher = rank[sorted[place + 1]];
            if (lower == higher || left < shape.MinSamplesLeaf || samples - left < shape.MinSamplesLeaf)
                continue;
            double score = _statistics.Score;
            if (score > best.Score)
                best = new Split(feature, lower, higher, score);
        }
        return true;
    }

    // Of many features few differ within a small node: that is cheaper to see than to sort.
    private static bool IsConstant(ReadOnlySpan<int> own, ReadOnlySpan<int> rank)
    {
        int first = rank[own[0]];
        foreach (int row in own)
        {
            if (rank[row] != first)
                return false;
        }
        return true;
    }

    /// <returns>How many go left; both sides keep their order.</returns>
    private int Part(int start, int end, Split split)
    {
        ReadOnlySpan<int> rank = ranks.Of(split.Feature);
        int left = start, rest = 0;
        for (int place = start; place < end; place++)
        {
            int row = _rows[place];
            if (rank[row] <= split.Lower)
                _rows[left++] = row;
            else
                _rest[rest++] = row;
        }
        _rest.AsSpan(0, rest).CopyTo(_rows.AsSpan(left));
        return left - start;
    }
}
