using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading;

namespace MoE;

/// <summary>How to train. The optimizer is AdamW as PyTorch's; each Fit starts it afresh.</summary>
/// <remarks>Setting an option outside its range throws <see cref="ArgumentOutOfRangeException"/> that names the option.</remarks>
public sealed record FitOptions
{
    /// <summary>Passes over the training rows, at least 1.</summary>
    public int Epochs { get; init => field = AtLeast(1, value); } = 10;

    /// <summary>Rows per optimizer step, at least 1. A last short batch counts.</summary>
    public int BatchSize { get; init => field = AtLeast(1, value); } = 32;

    /// <summary>Step size, at least 0.</summary>
    public double LearningRate { get; init => field = NotNegative(value); } = 1e-3;

    /// <summary>Decoupled weight decay, at least 0, on every parameter: <c>w -= LearningRate * WeightDecay * w</c> each step.</summary>
    public double WeightDecay { get; init => field = NotNegative(value); } = 0.01;

    /// <summary>Decay of the gradient's running mean, in [0, 1).</summary>
    public double Beta1 { get; init => field = Fraction(value); } = 0.9;

    /// <summary>Decay of the squared gradient's running mean, in [0, 1).</summary>
    public double Beta2 { get; init => field = Fraction(value); } = 0.999;

    /// <summary>Added to the denominator; above 0 in single precision too, or weights without a gradient would become NaN.</summary>
    public double Epsilon { get; init => field = Positive(value); } = 1e-8;

    /// <summary>Gradients whose Euclidean norm over all parameters is above this are scaled down to it; 0 is off.</summary>
    public double ClipNorm { get; init => field = NotNegative(value); }

    /// <summary>Visits the rows in a new order each epoch; false: in the given order.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>Seeds the validation split, the order of the rows, dropout and the router's jitter and noise.</summary>
    public ulong Seed { get; init; }

    /// <summary>Threads to use; 0: all cores. The resulting weights do not depend on it.</summary>
    public int Threads { get; init => field = AtLeast(0, value); } = 1;

    /// <summary>The share of the rows, in [0, 1), set aside by a seeded shuffle to measure the validation loss; 0 is off.</summary>
    public double ValidationFraction { get; init => field = Fraction(value); }

    /// <summary>
    /// Stops after this many epochs in a row without a new lowest validation loss (training loss without validation); 0 is off.
    /// When on, a Fit that is neither cancelled nor diverged leaves the weights of the best epoch.
    /// </summary>
    public int Patience { get; init => field = AtLeast(0, value); }

    /// <summary>How the step size changes from step to step.</summary>
    public LearningRateSchedule Schedule { get; init; } = LearningRateSchedule.Constant;

    /// <summary>Over so many first steps the step size grows evenly up to <see cref="LearningRate"/>; at least 0. The schedule begins after them.</summary>
    public int WarmupSteps { get; init => field = AtLeast(0, value); }

    /// <summary>Where a schedule ends, at least 0; a constant one does not heed it.</summary>
    public double FinalLearningRate { get; init => field = NotNegative(value); }

    /// <summary>
    /// The step at which a schedule ends, at least 0. 0: the last step of all epochs, which must be given for rows that come as a
    /// stream, whose number nobody knows.
    /// </summary>
    public int ScheduleSteps { get; init => field = AtLeast(0, value); }

    /// <summary>For classifiers: what a row of each class counts, in the order of the classes, at least 0; null: 1. As PyTorch's: a batch's loss is divided by the sum of its rows' weights.</summary>
    public IReadOnlyList<double>? ClassWeights { get; init => field = Weights(value); }

    /// <summary>For classifiers: the share of a label, in [0, 1), that is spread evenly over all classes (Szegedy et al., 2016).</summary>
    public double LabelSmoothing { get; init => field = Fraction(value); }

    /// <summary>
    /// The standard normals of a router with noise, [rows x experts] of the whole set: row r's are the same in every epoch, so that a
    /// run elsewhere can be repeated. Null or empty: drawn from <see cref="Seed"/>.
    /// </summary>
    public ReadOnlyMemory<float>? RouterNoise { get; init; }

    /// <summary>
    /// Rows of a sequence where rows see each other; the set is sequences one after the other, and <see cref="BatchSize"/> counts them.
    /// 0: each mini-batch is one sequence.
    /// </summary>
    public int SequenceLength { get; init => field = AtLeast(0, value); }

    /// <summary>For models of sequences: which steps count in the loss.</summary>
    public LossOn LossOn { get; init; } = LossOn.EveryStep;

    /// <summary>
    /// How often a joint Fit grows a model's forests, at least 1: before the first epoch on all rows; then at equal distances, with each row
    /// weighed by the forest's responsibility for it (Jordan and Jacobs, 1994).
    /// </summary>
    public int ForestRounds { get; init => field = AtLeast(1, value); } = 1;

    /// <summary>Told at the end of every batch, on the calling thread; while forests grow, as epoch 0, of trees instead of batches.</summary>
    public IProgress<FitProgress>? Progress { get; init; }

    /// <summary>Asked before every batch.</summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>
    /// A file that holds where this Fit stands, written in one step after each epoch and when it is cancelled. A Fit that finds one
    /// goes on from it and ends with the bits of one that was never interrupted; it must have the same rows and options, but for Threads, Epochs
    /// without a schedule, Progress and the checkpoint's own. Removed when the Fit comes to its end. Null: none. The weights in it lie under
    /// <c>model.</c>, so <c>Load(path, "model")</c> reads them.
    /// </summary>
    public string? CheckpointPath { get; init; }

    /// <summary>Writes the checkpoint also after so many steps, at least 0; 0: only after epochs.</summary>
    public int CheckpointSteps { get; init => field = AtLeast(0, value); }

    /// <summary>Rows of a mini-batch out of some rows.</summary>
    internal int RowsOfBatch(int rows) => (int)Math.Min(rows, (long)BatchSize * UnitRows);

    /// <summary>Rows that stay together: those of a sequence, or one.</summary>
    internal int UnitRows => Math.Max(1, SequenceLength);

    private static int AtLeast(int minimum, int value, [CallerMemberName] string option = "") =>
        value >= minimum ? value : throw Refused(option, value, string.Create(CultureInfo.InvariantCulture, $"at least {minimum}"));

    private static IReadOnlyList<double>? Weights(IReadOnlyList<double>? weights, [CallerMemberName] string option = "")
    {
        foreach (double weight in weights ?? [])
            NotNegative(weight, option);
        return weights;
    }

    private static double NotNegative(double value, [CallerMemberName] string option = "") =>
        value >= 0 && double.IsFinite(value) ? value : throw Refused(option, value, "a finite number, at least 0");

    private static double Positive(double value, [CallerMemberName] string option = "") =>
        (float)value > 0 && double.IsFinite(value) ? value : throw Refused(option, value, "a finite number above 0, in single precision too");

    private static double Fraction(double value, [CallerMemberName] string option = "") =>
        value is >= 0 and < 1 ? value : throw Refused(option, value, "at least 0 and below 1");

    private static ArgumentOutOfRangeException Refused(string option, IFormattable value, string expected) =>
        new(option, value, string.Create(
            CultureInfo.InvariantCulture, $"FitOptions.{option} must be {expected}, but is {value.ToString(null, CultureInfo.InvariantCulture)}."));
}
