using MoE;

namespace Melee;

/// <summary>How all models are trained. Chosen by leaving out games of the training part (README.md); the test part decided nothing.</summary>
public static class TrainingOptions
{
    /// <summary>Of fresh weights, the order of rows and dropout. One seed, one run: no choice among several was made.</summary>
    public const ulong Seed = 1;

    /// <summary>
    /// A class counts as its frequency to the power of minus this: 0 leaves grab and special out of every prediction, 1 makes
    /// them count as much as no press at all.
    /// </summary>
    public const double RareClassPower = 0.5;

    /// <summary>Without seed and progress.</summary>
    public static FitOptions Common { get; } = new()
    {
        Epochs = 10,
        BatchSize = 128,
        LearningRate = 1e-3,
        WeightDecay = 0.3,
        Schedule = LearningRateSchedule.Cosine,
        Seed = Seed,
        Threads = 0,
    };
}
