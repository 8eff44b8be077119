using System;
using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;
using MoE.Experts.Sparse;

namespace MoE.Training;

/// <summary>Rows with what they should give. The shape is checked on making, so every set fits its model.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct TrainingSet
{
    private TrainingSet(int rowCount, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<int> labels, bool isClassification)
    {
        RowCount = rowCount;
        Inputs = inputs;
        Targets = targets;
        Labels = labels;
        IsClassification = isClassification;
    }

    /// <summary>How many rows.</summary>
    public int RowCount { get; }

    /// <summary>[rows x InputSize]; of sparse rows as their <see cref="SparseModel"/> has them.</summary>
    public ReadOnlySpan<float> Inputs { get; }

    /// <summary>Whether the rows are sparse.</summary>
    internal bool IsSparse { get; init; }

    /// <summary>[rows x TargetSize]; empty for classifiers.</summary>
    public ReadOnlySpan<float> Targets { get; }

    /// <summary>[rows], the index of each row's class; empty for regressors.</summary>
    public ReadOnlySpan<int> Labels { get; }

    /// <summary>[rows x experts], standard normals for the router's noise; empty: they are drawn.</summary>
    public ReadOnlySpan<float> RouterNoise { get; init; }

    /// <summary>[rows x experts], what each expert loses on a row: the router alone is trained, to these. Empty: the model is, to targets or labels.</summary>
    public ReadOnlySpan<float> ExpertLosses { get; init; }

    /// <summary>Whether <see cref="Labels"/> counts, or else <see cref="Targets"/>.</summary>
    public bool IsClassification { get; }

    /// <summary>Rows and their targets.</summary>
    /// <exception cref="ArgumentException">Inputs are no whole rows, or targets are not of as many rows.</exception>
    public static TrainingSet Regression(ITrainableModel model, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets)
    {
        int rows = Rows(model, inputs);
        DemandForEachRow(rows, model.TargetSize, targets, nameof(targets));
        return new TrainingSet(rows, inputs, targets, default, isClassification: false) { IsSparse = model is SparseModel };
    }

    /// <summary>Rows and the indices of their classes.</summary>
    /// <exception cref="ArgumentException">Inputs are no whole rows, labels are not as many, or a label is no class.</exception>
    public static TrainingSet Classification(ITrainableModel model, ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels)
    {
        int rows = Rows(model, inputs);
        if (labels.Length != rows)
        {
            throw Refused(nameof(labels), $"labels must hold one label for each of the {rows} input rows, but holds {labels.Length}.");
        }

        int classes = model.TargetSize;
        for (int row = 0; row < labels.Length; row++)
        {
            if ((uint)labels[row] >= (uint)classes)
            {
                throw Refused(nameof(labels), $"labels[{row}] must be a class index from 0 to {classes - 1}, but is {labels[row]}.");
            }
        }

        return new TrainingSet(rows, inputs, default, labels, isClassification: true) { IsSparse = model is SparseModel };
    }

    /// <summary>Rows and what each expert loses on them.</summary>
    /// <exception cref="ArgumentException">Inputs are no whole rows, or losses are not of as many rows.</exception>
    public static TrainingSet OfExpertLosses(IMixtureModel model, ReadOnlySpan<float> inputs, ReadOnlySpan<float> expertLosses)
    {
        int rows = Rows(model, inputs);
        DemandForEachRow(rows, model.Mixture.Shape.Experts, expertLosses, nameof(expertLosses));
        return new TrainingSet(rows, inputs, default, default, isClassification: false) { ExpertLosses = expertLosses, IsSparse = model is SparseModel };
    }

    /// <summary>The same rows with the router's normals.</summary>
    /// <exception cref="ArgumentException">The router has no noise, or there is not one number for each row and expert.</exception>
    public TrainingSet WithRouterNoise(IMixtureModel model, ReadOnlySpan<float> routerNoise)
    {
        if (model.Mixture.Router.Noise is null)
            throw Refused(nameof(routerNoise), $"routerNoise is for a router with noise, such as [SoftmaxGating(Noise = GateNoise.Softplus)], but the model's has none.");
        DemandForEachRow(RowCount, model.Mixture.Shape.Experts, routerNoise, nameof(routerNoise));
        return new TrainingSet(RowCount, Inputs, Targets, Labels, IsClassification) { RouterNoise = routerNoise, ExpertLosses = ExpertLosses, IsSparse = IsSparse };
    }

    /// <summary>Copies a row, all its columns.</summary>
    internal void CopyRow(int row, Span<float> columns)
    {
        int floats = Inputs.Length / RowCount;
        if (IsSparse)
            SparseRow.At(ref MemoryMarshal.GetReference(Inputs.Slice(row * floats, floats))).Expand(columns);
        else
            Inputs.Slice(row * floats, floats).CopyTo(columns);
    }

    private static void DemandForEachRow(int rows, int width, ReadOnlySpan<float> values, string parameter)
    {
        long expected = (long)rows * width;
        if (values.Length != expected)
            throw Refused(parameter, $"{parameter} must hold {expected} floats, {width} for each of the {rows} input rows, but holds {values.Length}.");
    }

    private static int Rows(ITrainableModel model, ReadOnlySpan<float> inputs)
    {
        int rows = Math.DivRem(inputs.Length, model.InputSize, out int rest);
        return rest == 0
            ? rows
            : throw Refused(nameof(inputs), $"inputs must hold whole rows of {model.InputSize} floats, but holds {inputs.Length} ({rows} rows and {rest} floats).");
    }

    private static ArgumentException Refused(string parameter, FormattableString message) =>
        new(message.ToString(CultureInfo.InvariantCulture), parameter);
}
