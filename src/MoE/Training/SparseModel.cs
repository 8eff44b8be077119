using System;
using System.ComponentModel;
using MoE.Experts;
using MoE.Experts.Sparse;
using MoE.Numerics;
using MoE.Persistence;

namespace MoE.Training;

/// <summary>A model that is trained or measured on sparse rows, with these rows: to the trainer it is a model as any other, whose rows are narrow.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SparseModel : IMixtureModel
{
    private readonly IMixtureModel _model;
    private readonly AlignedFloats _memory;

    /// <summary>Checks the rows and copies them.</summary>
    /// <exception cref="ArgumentException">They are no compressed sparse rows of the model's width.</exception>
    public SparseModel(IMixtureModel model, SparseRows inputs)
    {
        ArgumentNullException.ThrowIfNull(model);
        SparseTable.Demand(inputs, model.InputSize);
        _model = model;
        Mixture = (ITrainableMixture)model.Mixture.ForSparseRows!;
        _memory = new AlignedFloats(SparseTable.FloatsOf(inputs));
        SparseTable.Fill(inputs, _memory.Span);
        Count = inputs.Count;
    }

    /// <summary>How many rows.</summary>
    public int Count { get; }

    /// <summary>The rows, as a <see cref="TrainingSet"/> takes them.</summary>
    public ReadOnlySpan<float> Rows => _memory.Span[..(Count * SparseRow.Floats)];

    /// <inheritdoc/>
    public ITrainableMixture Mixture { get; }

    /// <summary>The model's class, for messages.</summary>
    internal Type ModelType => _model.GetType();

    /// <inheritdoc/>
    public int InputSize => SparseRow.Floats;

    /// <inheritdoc/>
    public int TargetSize => _model.TargetSize;

    /// <inheritdoc/>
    public ParameterBuffer Parameters => _model.Parameters;

    /// <inheritdoc/>
    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs, int threads) =>
        MixturePredictor.Predict(Mixture, inputs, outputs, inputs.Length / InputSize, ParallelWork.Resolve(threads));
}
