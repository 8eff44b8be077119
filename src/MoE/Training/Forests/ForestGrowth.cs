using System;
using System.Collections.Generic;
using System.Linq;
using MoE.Experts.Forests;

namespace MoE.Training.Forests;

/// <summary>
/// The forests of a model during a Fit: grown on its training rows before the first epoch, and, with FitOptions.ForestRounds, again later, each row
/// weighed by the forest's responsibility for it. Kept until the Fit succeeds; else the old ones come back.
/// </summary>
internal sealed class ForestGrowth
{
    private readonly IMixtureModel _model;
    private readonly FitOptions _options;
    private readonly int _threads;
    private readonly (ForestExpert Forest, int Expert)[] _forests;
    private readonly Forest[] _before;
    private int _round = -1;

    private ForestGrowth(IMixtureModel model, FitOptions options, (ForestExpert, int)[] forests)
    {
        _model = model;
        _options = options;
        _threads = options.Threads == 0 ? Environment.ProcessorCount : options.Threads;
        _forests = forests;
        _before = [.. _forests.Select(forest => forest.Forest.Current)];
    }

    /// <summary>What the forests say while the rest is trained.</summary>
    public UnseenOutputs Outputs { get; } = new();

    /// <summary>Of the forests that a Fit grows; null where there are none.</summary>
    public static ForestGrowth? Of(ITrainableModel model, FitTarget target, FitOptions options)
    {
        if (model is not IMixtureModel { Mixture: { } mixture } mixtureModel)
            return null;
        IEnumerable<int> experts = target.GrownExpert is { } one ? [one] : target.GrowsForests ? Enumerable.Range(0, mixture.Shape.Experts) : [];
        (ForestExpert, int)[] forests = [.. experts.SelectMany(expert => Inside(mixture, expert))];
        return forests.Length == 0 ? null : new ForestGrowth(mixtureModel, options, forests);
    }

    /// <summary>Grows what is to be grown before an epoch.</summary>
    /// <param name="set">All rows.</param>
    /// <param name="rows">Those to train on.</param>
    /// <param name="epoch">From 1.</param>
    /// <returns>False where it was cancelled; then the forests are as they were.</returns>
    public bool BeforeEpoch(in TrainingSet set, int[] rows, int epoch)
    {
        int round = _options.ForestRounds == 1 ? 0 : (int)((long)(epoch - 1) * _options.ForestRounds / _options.Epochs);
        if (round == _round)
            return true;
        bool isFirst = _round < 0;
        _round = round;
        double[][]? shares = isFirst ? null : Responsibilities.Of(_model, Outputs, set, rows);
        ForestFit?[] grown = new ForestFit?[_forests.Length];
        for (int index = 0; index < _forests.Length; index++)
        {
            (ForestExpert forest, int expert) = _forests[index];
            double[] weights = Weights(set, rows, shares?[expert]);
            // What is responsible for nothing has nothing to learn.
            if (!isFirst && weights.All(weight => weight == 0))
                continue;
            ulong seed = _options.Seed + (((ulong)round << 32) + (ulong)index + 1) * 0x9E3779B97F4A7C15;
            grown[index] = ForestTrainer.Grow(forest.Shape, Rows(set, rows, weights, forest.Shape), seed, _threads, trees => Report(index, trees), _options.CancellationToken);
            if (grown[index] is null)
                return false;
        }
        for (int index = 0; index < _forests.Length; index++)
        {
            if (grown[index] is { } fit)
                Take(_forests[index].Forest, fit, rows, set.RowCount);
        }
        return true;
    }

    /// <summary>The forests that were there before.</summary>
    public void Undo()
    {
        for (int index = 0; index < _forests.Length; index++)
            _forests[index].Forest.Current = _before[index];
    }

    private static IEnumerable<(ForestExpert, int)> Inside(ITrainableMixture mixture, int expert)
    {
        if (mixture.Forest(expert) is { } forest)
            yield return (forest, expert);
        if (mixture.Nested(expert) is not { } nested)
            yield break;
        for (int inner = 0; inner < nested.Shape.Experts; inner++)
        {
            foreach ((ForestExpert below, _) in Inside(nested, inner))
                yield return (below, expert);
        }
    }

    private double[] Weights(in TrainingSet set, int[] rows, double[]? shares)
    {
        if (shares is null && _options.ClassWeights is null)
            return [];
        double[] weights = new double[rows.Length];
        for (int index = 0; index < rows.Length; index++)
            weights[index] = (shares?[index] ?? 1) * (_options.ClassWeights is { } classes ? classes[set.Labels[rows[index]]] : 1);
        return weights;
    }

    private static ForestRows Rows(in TrainingSet set, int[] rows, double[] weights, ForestShape shape)
    {
        float[] inputs = new float[rows.Length * shape.Inputs];
        int[] labels = new int[shape.IsClassification ? rows.Length : 0];
        float[] targets = new float[shape.IsClassification ? 0 : rows.Length * shape.Outputs];
        for (int index = 0; index < rows.Length; index++)
        {
            set.CopyRow(rows[index], inputs.AsSpan(index * shape.Inputs, shape.Inputs));
            if (shape.IsClassification)
                labels[index] = set.Labels[rows[index]];
            else
                set.Targets.Slice(rows[index] * shape.Outputs, shape.Outputs).CopyTo(targets.AsSpan(index * shape.Outputs));
        }
        return new ForestRows(inputs, labels, targets, weights);
    }

    private void Take(ForestExpert forest, ForestFit fit, int[] rows, int setRows)
    {
        int width = forest.Shape.Outputs;
        float[] table = new float[setRows * width];
        for (int index = 0; index < rows.Length; index++)
            fit.OutOfBag.AsSpan(index * width, width).CopyTo(table.AsSpan(rows[index] * width));
        forest.Current = fit.Forest;
        Outputs[forest] = table;
    }

    // As epoch 0: trees instead of batches.
    private void Report(int index, int trees)
    {
        int before = _forests.Take(index).Sum(forest => forest.Forest.Shape.Trees), all = _forests.Sum(forest => forest.Forest.Shape.Trees);
        _options.Progress?.Report(new FitProgress(0, _options.Epochs, before + trees, all, new LossReport(0, 0, 0), null));
    }
}
