using System;

namespace MoE.Tests.Models;

/// <summary>What [Classifier] and [Training] add to a model; the generated members implement it.</summary>
internal interface IClassifier<TSelf, TClass> : IMixtureOfExperts<TSelf>
    where TSelf : IClassifier<TSelf, TClass>
    where TClass : struct, Enum
{
    TClass Classify(ReadOnlySpan<float> input);

    void Classify(ReadOnlySpan<float> inputs, Span<TClass> labels, int threads = 1);

    void PredictProbabilities(ReadOnlySpan<float> inputs, Span<float> probabilities, int threads = 1);

    FitReport Fit(ReadOnlySpan<float> inputs, ReadOnlySpan<TClass> labels, FitOptions? options = null);

    Gradients CreateGradients();

    LossReport ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<TClass> labels, Gradients gradients);

    Evaluation Evaluate(ReadOnlySpan<float> inputs, ReadOnlySpan<TClass> labels);
}
