using System;
using Melee;

namespace MoE.Benchmarks.Sequences.Models;

/// <summary>What is timed of a model over sequences.</summary>
internal interface ISequenceAgent<TSelf> : IMixtureOfExperts<TSelf>
    where TSelf : ISequenceAgent<TSelf>
{
    SequenceState CreateState(int capacity = 0);

    void Step(SequenceState state, ReadOnlySpan<float> input, Span<float> output);

    FitReport Fit(ReadOnlySpan<float> inputs, ReadOnlySpan<Button> labels, FitOptions? options);
}
