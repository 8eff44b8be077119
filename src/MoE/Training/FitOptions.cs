using System;
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

    /// <summary>Seeds the validation split, the order of the rows, dropout and the router's jitter.</summary>
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

    /// <summary>Told at the end of every batch, on the calling thread.</summary>
    public IProgress<FitProgress>? Progress { get; init; }

    /// <summary>Asked before every batch.</summary>
    public CancellationToken CancellationToken { get; init; }

    private static int AtLeast(int minimum, int value, [CallerMemberName] string option = "") =>
        value >= minimum ? value : throw Refused(option, value, string.Create(CultureInfo.InvariantCulture, $"at least {minimum}"));

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
