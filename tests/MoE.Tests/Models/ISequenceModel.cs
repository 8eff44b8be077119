using System;
using System.IO;

namespace MoE.Tests.Models;

/// <summary>What a trained regressor over sequences has.</summary>
internal interface ISequenceModel<TSelf> : ISequenceRegressor<TSelf>
    where TSelf : ISequenceModel<TSelf>
{
    static abstract SequenceState LoadState(Stream stream);

    SequenceState CreateState(int capacity = 0);

    void Step(SequenceState state, ReadOnlySpan<float> input, Span<float> output);

    void Route(int layer, ReadOnlySpan<float> inputs, Span<int> experts, Span<float> weights);

    RoutingStatistics Observe(int layer, ReadOnlySpan<float> inputs);
}
