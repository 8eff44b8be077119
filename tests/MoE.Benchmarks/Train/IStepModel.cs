using System;

namespace MoE.Benchmarks.Train;

/// <summary>A regressor whose steps are timed; the generated members implement it.</summary>
internal interface IStepModel<TSelf> : IMixtureOfExperts<TSelf>
    where TSelf : IStepModel<TSelf>
{
    FitReport Fit(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, FitOptions? options = null);
}
