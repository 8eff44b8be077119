using System.Collections.Generic;
using MoE;

namespace Sentiment;

/// <summary>How both models begin and are trained; chosen on a part of the training comments, the test part decided nothing.</summary>
public static class TrainingOptions
{
    /// <summary>Seeds fresh weights and the order of rows.</summary>
    public const ulong Seed = 1;

    /// <summary>
    /// What <c>gate.bias</c> begins with: a router that already has two favourites among the four experts, as a bad
    /// initialisation or an unlucky first epoch may leave it.
    /// </summary>
    public static IReadOnlyList<float> FavouriteBias { get; } = [2, 2, -2, -2];

    /// <summary>Few passes: the rows have twenty numbers and no more to teach.</summary>
    public static FitOptions Fit => new()
    {
        Epochs = 10,
        BatchSize = 64,
        LearningRate = 1e-3,
        Seed = Seed,
        Threads = 0,
    };
}
