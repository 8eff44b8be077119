using System;
using System.ComponentModel;
using MoE.Persistence;

namespace MoE.Training;

/// <summary>What <see cref="Trainer"/> and <see cref="Evaluator"/> need of a model; implemented by emitted code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITrainableModel
{
    /// <summary>Columns of an input row.</summary>
    int InputSize { get; }

    /// <summary>Columns of an output row: the floats of a target row, or the number of classes.</summary>
    int TargetSize { get; }

    /// <summary>Whether a row's output may depend on other rows of the call.</summary>
    bool RowsSeeEachOther => false;

    /// <summary>The weights; trained in place.</summary>
    ParameterBuffer Parameters { get; }

    /// <summary>Loss of some rows of a set, and its gradient by every parameter.</summary>
    /// <param name="trainingSet">The whole set, already checked.</param>
    /// <param name="rows">The rows of the batch, in order.</param>
    /// <param name="gradients">Laid out as <see cref="Parameters"/>; overwritten whole, padding with zeros.</param>
    /// <param name="trainingStep">Threads, seed and whether dropout and noise are on.</param>
    LossReport ComputeGradients(in TrainingSet trainingSet, ReadOnlySpan<int> rows, ParameterBuffer gradients, in TrainingStep trainingStep);

    /// <summary>[rows x InputSize] -> [rows x TargetSize], as the model's public Predict: logits, log-probabilities or values.</summary>
    void Predict(ReadOnlySpan<float> inputs, Span<float> outputs, int threads);
}
