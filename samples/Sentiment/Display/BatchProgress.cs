using System;
using MoE;

namespace Sentiment.Display;

/// <summary>Reports at once on the training thread, unlike <see cref="Progress{T}"/>: a Fit waits for it, so the model is at rest meanwhile.</summary>
/// <param name="report">Told after every batch.</param>
public sealed class BatchProgress(Action<FitProgress> report) : IProgress<FitProgress>
{
    /// <inheritdoc/>
    public void Report(FitProgress value) => report(value);
}
