using Spectre.Console;

namespace MoE.Benchmarks.Learn.Display;

/// <summary>A bar on the error stream that grows with each training.</summary>
internal sealed class TrainingBar(ProgressTask bar) : ITrainingReport
{
    /// <inheritdoc/>
    public void Trained(string set, string model, FitOptions setting, double score)
    {
        bar.Description = Markup.Escape($"{set}  {TrainingText.Of(model, setting, score)}");
        bar.Increment(1);
    }
}
