using MoE;

namespace Melee;

/// <summary>How all models are trained. Chosen by leaving out games of the training part (README.md); the test part decided nothing.</summary>
public static class TrainingOptions
{
    /// <summary>Of fresh weights, the order of rows and dropout. One training is off by 0.01 either way, so every figure is a mean over them.</summary>
    public static ulong[] Seeds { get; } = [1, 2, 3, 4, 5];

    /// <summary>
    /// A class counts as its frequency to the power of minus this: with 0, no press drowns the rest; with 1, all grabs together
    /// count as much as all rows without a press.
    /// </summary>
    public const double RareClassPower = 0.5;

    /// <summary>Without seed and progress.</summary>
    public static FitOptions Common { get; } = new()
    {
        Epochs = 12,
        BatchSize = 128,
        LearningRate = 1e-3,
        WeightDecay = 0.3,
        Schedule = LearningRateSchedule.Cosine,
        Threads = 0,
    };
}
