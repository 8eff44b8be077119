using ErrorTriage.Features;
using MoE;

namespace ErrorTriage;

/// <summary>Chosen by cross-validation on train alone; the test part decided nothing.</summary>
/// <remarks>
/// The folds are five, by a hash of the test's name, so that all errors of one test are on one side. Compared were two to
/// ten linear, feed-forward and gated experts of 1 to 32 hidden units with one to all of them chosen, several activations,
/// balance weights, temperatures, dropout, LayerNorm at the end and weight decays, each with a single expert of the same
/// active size, trained with the same options. This sparse mixture led by 0.0025 (standard error of 10 pairs of fold and
/// seed 0.0009) on label and source line, and was behind by 0.0006 (0.0006) with the message, which a linear model all but
/// solves: there every model of the search was within a few errors of the others. Two experts of 11, both always chosen,
/// led on both, by 0.0032 and 0.0006, but a mixture that chooses nobody shows no routing.
/// Batch size, learning rate and weight decay were varied on other members of the search only.
/// </remarks>
public static class TrainingOptions
{
    /// <summary>
    /// Seed fresh weights and the order of rows. One training is off by a few errors either way, so both models are
    /// trained from each of them and compared in the mean; the first one's mixture is kept.
    /// </summary>
    public static ulong[] Seeds { get; } = [1, 2, 3, 4, 5];

    /// <summary>How both models are trained on a feature set.</summary>
    public static FitOptions For(FeatureSet features) => new()
    {
        Epochs = features == FeatureSet.Message ? 6 : 5,
        BatchSize = 64,
        LearningRate = 5e-3,
        WeightDecay = 0.01,
        Threads = 0,
    };
}
