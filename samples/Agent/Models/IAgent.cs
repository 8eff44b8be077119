using System;
using Melee;
using MoE;

namespace Agent.Models;

/// <summary>What the agents have, whatever their mixer and width.</summary>
/// <typeparam name="TSelf">The class.</typeparam>
public interface IAgent<TSelf> : IMixtureOfExperts<TSelf>
    where TSelf : IAgent<TSelf>
{
    /// <summary>Trains on sequences of equal length.</summary>
    FitReport Fit(ReadOnlySpan<float> inputs, ReadOnlySpan<Button> labels, FitOptions? options);

    /// <summary>A state before the first row.</summary>
    SequenceState CreateState(int capacity = 0);

    /// <summary>Takes the next row of a game.</summary>
    void Step(SequenceState state, ReadOnlySpan<float> input, Span<float> output);

    /// <summary>Which experts a layer's router chooses for each row of a sequence.</summary>
    void Route(int layer, ReadOnlySpan<float> inputs, Span<int> experts, Span<float> weights);
}
