using System;
using MoE;

namespace ErrorTriage.Display;

/// <summary>Reports at once on the training thread, unlike <see cref="Progress{T}"/>, and adds the accuracy once per epoch.</summary>
/// <param name="accuracy">Measures it. A Fit waits for its report, so the model is at rest meanwhile.</param>
/// <param name="show">Gets the progress and the latest accuracy, null in the first epoch.</param>
public sealed class BatchProgress(Func<double> accuracy, Action<FitProgress, double?> show) : IProgress<FitProgress>
{
    private double? _latest;

    /// <inheritdoc/>
    public void Report(FitProgress value)
    {
        if (value.Batch == value.Batches) _latest = accuracy();
        show(value, _latest);
    }
}
