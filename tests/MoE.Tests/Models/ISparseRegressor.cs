using System;

namespace MoE.Tests.Models;

/// <summary>What SparseInputs adds to a regressor; the generated members implement it.</summary>
internal interface ISparseRegressor<TSelf> : IRegressor<TSelf>
    where TSelf : ISparseRegressor<TSelf>
{
    void Predict(SparseRows inputs, Span<float> outputs, int threads = 1);

    void PredictExpert(int expert, SparseRows inputs, Span<float> outputs);

    void Route(SparseRows inputs, Span<int> experts, Span<float> weights);

    RoutingStatistics Observe(ReadOnlySpan<float> inputs);

    RoutingStatistics Observe(SparseRows inputs);

    FitReport Fit(SparseRows inputs, ReadOnlySpan<float> targets, FitOptions? options = null);

    LossReport ComputeGradients(SparseRows inputs, ReadOnlySpan<float> targets, Gradients gradients);

    Evaluation Evaluate(SparseRows inputs, ReadOnlySpan<float> targets);
}
