using System;
using System.ComponentModel;
using MoE.Persistence;

namespace MoE.Training;

/// <summary>A model that is a mixture; implemented by emitted code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IMixtureModel : ITrainableModel
{
    /// <summary>Its router and experts.</summary>
    ITrainableMixture Mixture { get; }

    /// <summary>What the names of its parameters begin with.</summary>
    string MixturePrefix => "";

    bool ITrainableModel.RowsSeeEachOther => Mixture.Shape.RowsSeeEachOther;

    LossReport ITrainableModel.ComputeGradients(
        in TrainingSet trainingSet, ReadOnlySpan<int> rows, ParameterBuffer gradients, in TrainingStep trainingStep) =>
        MixtureTrainer.ComputeGradients(Mixture, trainingSet, rows, gradients, trainingStep);
}
