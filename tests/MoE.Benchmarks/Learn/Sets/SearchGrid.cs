using System.Collections.Generic;
using System.Linq;

namespace MoE.Benchmarks.Learn.Sets;

/// <summary>Every learning rate with every number of epochs.</summary>
/// <param name="Common">All else.</param>
/// <param name="LearningRates">Where the cosine begins.</param>
/// <param name="Epochs">Passes over the rows.</param>
internal sealed record SearchGrid(FitOptions Common, IReadOnlyList<double> LearningRates, IReadOnlyList<int> Epochs)
{
    private const int QuickEpochs = 2;

    /// <summary>The settings to try.</summary>
    public IReadOnlyList<FitOptions> Settings(bool quick) => quick
        ? [Common with { Epochs = QuickEpochs, LearningRate = LearningRates[0] }]
        : [.. LearningRates.SelectMany(rate => Epochs.Select(epochs => Common with { Epochs = epochs, LearningRate = rate }))];
}
