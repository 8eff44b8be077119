using System;
using MoE;

namespace Sentiment.Models;

/// <summary>What the experiment needs of a model; the compiler writes all of it.</summary>
/// <typeparam name="TSelf">The model class.</typeparam>
public interface ISentimentModel<TSelf> : IMixtureOfExperts<TSelf>
    where TSelf : ISentimentModel<TSelf>
{
    /// <summary>Trains on rows [comments x InputSize] and their labels.</summary>
    FitReport Fit(ReadOnlySpan<float> inputs, ReadOnlySpan<Polarity> labels, FitOptions? options = null);

    /// <summary>Measures on rows [comments x InputSize] and their labels.</summary>
    Evaluation Evaluate(ReadOnlySpan<float> inputs, ReadOnlySpan<Polarity> labels);

    /// <summary>How the router spreads rows [comments x InputSize], and what experts have to do with the labels.</summary>
    RoutingStatistics Observe(ReadOnlySpan<float> inputs, ReadOnlySpan<Polarity> labels);
}
