using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using MoE.Persistence;

namespace MoE.Experts.Forests;

/// <summary>An expert that is a random forest: holds the one that was grown or loaded last.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ForestExpert(ForestShape shape) : IExpertState
{
    private volatile Forest _current = Forest.Untrained(shape);

    /// <summary>What it was declared to be.</summary>
    public ForestShape Shape => shape;

    /// <summary>The forest.</summary>
    public Forest Current
    {
        get => _current;
        internal set => _current = value;
    }

    /// <summary>Rows that lie one stride apart -> frequencies of classes, or numbers.</summary>
    public void Predict(ref float inputs, int inputStride, ref float outputs, int outputStride, int rows) =>
        _current.Predict(ref inputs, inputStride, ref outputs, outputStride, rows);

    /// <inheritdoc/>
    public IReadOnlyList<StateTensor> Write(string prefix) => Tensors(prefix, _current.Nodes, shape.Outputs, _current.OutOfBagScore);

    /// <summary>A forest as tensors.</summary>
    internal static StateTensor[] Tensors(string prefix, ForestNodes nodes, int outputs, double outOfBagScore) =>
    [
        StateTensor.Of<int>(prefix + "roots", "I32", nodes.Roots, [nodes.Roots.Length]),
        StateTensor.Of<int>(prefix + "features", "I32", nodes.Features, [nodes.Features.Length]),
        StateTensor.Of<float>(prefix + "thresholds", "F32", nodes.Thresholds, [nodes.Thresholds.Length]),
        StateTensor.Of<int>(prefix + "children", "I32", nodes.Children, [nodes.Children.Length]),
        StateTensor.Of<int>(prefix + "samples", "I32", nodes.Samples, [nodes.Samples.Length]),
        StateTensor.Of<float>(prefix + "impurities", "F32", nodes.Impurities, [nodes.Impurities.Length]),
        StateTensor.Of<float>(prefix + "values", "F32", nodes.Values, [nodes.Values.Length / outputs, outputs]),
        StateTensor.Of<float>(prefix + "out_of_bag_score", "F32", [(float)outOfBagScore], [1]),
    ];

    /// <summary>The nodes in such tensors, not yet judged.</summary>
    /// <exception cref="ModelFormatException">A tensor is missing or misshapen.</exception>
    internal static ForestNodes Nodes(string prefix, IReadOnlyList<StateTensor> tensors)
    {
        return new ForestNodes(
            Find("roots").Values<int>("I32", 1),
            Find("features").Values<int>("I32", 1),
            Find("thresholds").Values<float>("F32", 1),
            Find("children").Values<int>("I32", 1),
            Find("samples").Values<int>("I32", 1),
            Find("impurities").Values<float>("F32", 1),
            Find("values").Values<float>("F32", 2));

        StateTensor Find(string name) => StateTensor.Find(tensors, prefix + name);
    }

    /// <inheritdoc/>
    public Action Read(string prefix, IReadOnlyList<StateTensor> tensors)
    {
        ForestNodes nodes = Nodes(prefix, tensors);
        float[] score = StateTensor.Find(tensors, prefix + "out_of_bag_score").Values<float>("F32", 1);
        if (score.Length != 1 || tensors.Count != 8)
            throw new ModelFormatException($"'{prefix}' must have 8 tensors and one out-of-bag score, but has {tensors.Count} and {score.Length}: '{string.Join("', '", tensors.Select(tensor => NearNames.Clip(tensor.Name)))}'.");
        Forest forest = new(shape, nodes, score[0], prefix.TrimEnd('.'));
        return () => Current = forest;
    }
}
