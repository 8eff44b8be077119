using System;

namespace MoE.Benchmarks.Learn.Contestants;

/// <summary>What a comparison needs of a model; the compiler writes all of it.</summary>
/// <typeparam name="TSelf">The model class.</typeparam>
/// <typeparam name="TTarget">A classifier's enum, or float.</typeparam>
internal interface ILearner<TSelf, TTarget> : IMixtureOfExperts<TSelf>
    where TSelf : ILearner<TSelf, TTarget>
{
    FitReport Fit(ReadOnlySpan<float> inputs, ReadOnlySpan<TTarget> targets, FitOptions? options = null);

    FitReport FitExpert(int expert, ReadOnlySpan<float> inputs, ReadOnlySpan<TTarget> targets, FitOptions? options = null);

    FitReport FitGate(ReadOnlySpan<float> inputs, ReadOnlySpan<TTarget> targets, FitOptions? options = null);

    Evaluation Evaluate(ReadOnlySpan<float> inputs, ReadOnlySpan<TTarget> targets);
}
