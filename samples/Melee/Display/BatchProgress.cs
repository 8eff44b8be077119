using System;
using MoE;

namespace Melee.Display;

/// <summary>Reports at once on the training thread, unlike <see cref="Progress{T}"/>.</summary>
/// <param name="show">Gets the progress after every batch.</param>
public sealed class BatchProgress(Action<FitProgress> show) : IProgress<FitProgress>
{
    /// <inheritdoc/>
    public void Report(FitProgress value) => show(value);
}
