using System;

namespace MoE.Benchmarks.Learn.Display;

/// <summary>A line on the error stream for each training, where that is not a terminal.</summary>
internal sealed class TrainingLines : ITrainingReport
{
    /// <inheritdoc/>
    public void Trained(string set, string model, FitOptions setting, double score) =>
        Console.Error.WriteLine($"{set,-18} {TrainingText.Of(model, setting, score)}");
}
