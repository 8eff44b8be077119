using System.Globalization;

namespace MoE.Benchmarks.Learn.Display;

/// <summary>A training in a line.</summary>
internal static class TrainingText
{
    public static string Of(string model, FitOptions setting, double score) => string.Create(
        CultureInfo.InvariantCulture, $"{model,-28} seed {setting.Seed,3}  rate {setting.LearningRate,-6}  epochs {setting.Epochs,2}  {score:0.0000}");
}
