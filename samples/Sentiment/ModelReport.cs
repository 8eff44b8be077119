using System.Collections.Generic;
using MoE;

namespace Sentiment;

/// <summary>What became of one model.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Test">How it does on the test part.</param>
/// <param name="Routing">How its router spreads the test part.</param>
/// <param name="EffectiveExperts">Of some training rows: before training, then after each epoch.</param>
/// <param name="Classes">What the experts take of the test part.</param>
public sealed record ModelReport(
    string Model, Evaluation Test, RoutingStatistics Routing, IReadOnlyList<double> EffectiveExperts, ExpertClasses Classes);
