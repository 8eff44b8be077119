using System;

namespace MoE.Tests.Models;

/// <summary>What [Training] adds to a model with real-valued outputs; the generated members implement it.</summary>
internal interface IRegressor<TSelf> : IMixtureOfExperts<TSelf>
    where TSelf : IRegressor<TSelf>
{
    FitReport Fit(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, FitOptions? options = null);

    Gradients CreateGradients();

    LossReport ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Gradients gradients);

    Evaluation Evaluate(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets);
}
