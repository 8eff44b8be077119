using System;
using System.Globalization;
using ErrorTriage.Features;
using MoE;

namespace ErrorTriage;

/// <summary>Chosen by five-fold cross-validation over the test names of train; the test part decided nothing.</summary>
public static class TrainingOptions
{
    /// <summary>Seeds fresh weights and the order of rows; the variable TRIAGE_SEED overrides it.</summary>
    public static ulong Seed { get; } =
        ulong.TryParse(Environment.GetEnvironmentVariable("TRIAGE_SEED"), CultureInfo.InvariantCulture, out ulong seed) ? seed : 1;

    /// <summary>How both models are trained on a feature set.</summary>
    public static FitOptions For(FeatureSet features) => new()
    {
        Epochs = features == FeatureSet.Message ? 6 : 8,
        BatchSize = 64,
        LearningRate = 3e-3,
        WeightDecay = 0.01,
        Seed = Seed,
        Threads = 0,
    };
}
