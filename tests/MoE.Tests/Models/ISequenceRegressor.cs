using System;

namespace MoE.Tests.Models;

/// <summary>What a model adds whose rows see each other: several sequences in a call.</summary>
internal interface ISequenceRegressor<TSelf> : IRegressor<TSelf>
    where TSelf : ISequenceRegressor<TSelf>
{
    void Predict(ReadOnlySpan<float> inputs, int length, Span<float> outputs, int threads = 1);

    LossReport ComputeGradients(ReadOnlySpan<float> inputs, int length, ReadOnlySpan<float> targets, Gradients gradients);

    Evaluation Evaluate(ReadOnlySpan<float> inputs, int length, ReadOnlySpan<float> targets);
}
