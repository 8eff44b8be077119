using System;
using System.Linq;
using System.Threading;
using MoE.Numerics;

namespace MoE.Experts.Forests;

/// <summary>Grows forests. Each tree has random numbers of its own, so the result does not depend on the number of threads.</summary>
internal sealed class ForestTrainer : IParallelWork
{
    private readonly ForestShape _shape;
    private readonly ForestRows _rows;
    private readonly FeatureRanks _ranks;
    private readonly Bootstrap _bootstrap;
    private readonly ulong _seed;
    private readonly Action<int>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly int _count;
    private readonly ForestTree?[] _trees;
    private readonly Bag?[] _bags;
    private readonly Func<Bag, Xoshiro256, ForestTree>?[] _growers;
    private int _done;

    private ForestTrainer(ForestShape shape, ForestRows rows, ulong seed, int threads, Action<int>? progress, CancellationToken cancellation)
    {
        _shape = shape;
        _rows = rows;
        _seed = seed;
        _progress = progress;
        _cancellation = cancellation;
        _count = rows.Inputs.Length / shape.Inputs;
        _ranks = new FeatureRanks(rows.Inputs, shape.Inputs);
        _bootstrap = new Bootstrap(rows, _count);
        _trees = new ForestTree?[shape.Trees];
        _bags = new Bag?[shape.Trees];
        _growers = new Func<Bag, Xoshiro256, ForestTree>?[threads];
    }

    /// <param name="shape">What it is to be.</param>
    /// <param name="rows">At least one.</param>
    /// <param name="seed">What is random comes from it.</param>
    /// <param name="threads">At least 1.</param>
    /// <param name="progress">Told how many trees stand, on the calling thread.</param>
    /// <param name="cancellation">Asked before each tree.</param>
    /// <returns>Null where it was cancelled.</returns>
    public static ForestFit? Grow(ForestShape shape, ForestRows rows, ulong seed, int threads, Action<int>? progress = null, CancellationToken cancellation = default)
    {
        ForestTrainer trainer = new(shape, rows, seed, threads, progress, cancellation);
        ParallelWork.Run(trainer, shape.Trees, threads);
        if (cancellation.IsCancellationRequested)
            return null;
        ForestNodes nodes = ForestNodes.Of([.. trainer._trees.Select(tree => tree!)]);
        OutOfBag unseen = new(new Forest(shape, nodes, double.NaN), rows, [.. trainer._bags.Select(bag => bag!)], threads);
        return new ForestFit(new Forest(shape, nodes, unseen.Score()), unseen.Outputs);
    }

    void IParallelWork.Run(int part, int worker)
    {
        if (_cancellation.IsCancellationRequested)
            return;
        Xoshiro256 random = Xoshiro256.ForStream(_seed, part);
        Bag bag = _bootstrap.Draw(ref random);
        _trees[part] = (_growers[worker] ??= Grower())(bag, random);
        _bags[part] = bag;
        int done = Interlocked.Increment(ref _done);
        if (worker == 0)
            _progress?.Invoke(done);
    }

    // Its memory serves one tree after the other.
    private Func<Bag, Xoshiro256, ForestTree> Grower()
    {
        if (_shape.IsClassification)
        {
            TreeGrower<GiniStatistics> classes = new(_shape, _ranks, _count, new GiniStatistics(_rows.Labels, _shape.Outputs));
            return (bag, random) => classes.Grow(bag, ref random);
        }
        TreeGrower<VarianceStatistics> numbers = new(_shape, _ranks, _count, new VarianceStatistics(_rows.Targets, _shape.Outputs));
        return (bag, random) => numbers.Grow(bag, ref random);
    }
}
