using System;

namespace MoE.Benchmarks.Train;

/// <summary>One that takes sparse rows.</summary>
internal interface ISparseStepModel<TSelf> : IStepModel<TSelf>
    where TSelf : ISparseStepModel<TSelf>
{
    FitReport Fit(SparseRows inputs, ReadOnlySpan<float> targets, FitOptions? options = null);
}
