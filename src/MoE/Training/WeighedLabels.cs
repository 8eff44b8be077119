using System;
using System.ComponentModel;

namespace MoE.Training;

/// <summary>
/// Cross entropy with a weight for each class and smoothed labels, as <c>torch.nn.CrossEntropyLoss(weight, label_smoothing)</c>:
/// a row costs <c>(1 - s) w_label ln(1/p_label) + s / classes * sum over c of w_c ln(1/p_c)</c>, a batch the sum over its rows divided by
/// the sum of their labels' weights.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WeighedLabels
{
    private readonly double[] _weights;
    private readonly double _smoothing;

    private WeighedLabels(double[] weights, double smoothing) => (_weights, _smoothing) = (weights, smoothing);

    /// <summary>What options ask for; null: nothing special.</summary>
    /// <exception cref="ArgumentException">Not one weight for each class, or the model is no classifier.</exception>
    public static WeighedLabels? Of(FitOptions options, bool isClassification, int classes)
    {
        if (options.ClassWeights is null && options.LabelSmoothing == 0)
            return null;
        if (!isClassification)
            throw new ArgumentException("FitOptions.ClassWeights and LabelSmoothing are for classifiers, but the model has no classes.", nameof(options));
        if (options.ClassWeights is { } given && given.Count != classes)
            throw new ArgumentException($"FitOptions.ClassWeights must hold one number for each of the {classes} classes, but holds {given.Count}.", nameof(options));
        double[] weights = new double[classes];
        for (int index = 0; index < classes; index++)
            weights[index] = options.ClassWeights?[index] ?? 1;
        return new WeighedLabels(weights, options.LabelSmoothing);
    }

    /// <summary>The sum of the weights of some rows' labels.</summary>
    public double Total(ReadOnlySpan<int> labels, ReadOnlySpan<int> rows)
    {
        double total = 0;
        foreach (int row in rows)
            total += _weights[labels[row]];
        return total;
    }

    /// <summary>One row's loss, and its gradient in place of its logits.</summary>
    /// <param name="logits">The row.</param>
    /// <param name="label">Its class.</param>
    /// <param name="total">Divides the gradient.</param>
    public double Take(Span<float> logits, int label, double total)
    {
        Span<double> distances = new double[logits.Length];
        float largest = logits[0];
        foreach (float logit in logits) largest = Math.Max(largest, logit);
        for (int index = 0; index < logits.Length; index++)
            distances[index] = (double)largest - logits[index];
        TaskLoss.CrossEntropyOfRow(logits, label, logits, out double sum);
        double logSum = FixedLog.Of(sum);
        double loss = 0, mass = 0;
        for (int index = 0; index < logits.Length; index++)
        {
            double target = Target(index, label);
            mass += target;
            loss += target * (logSum + distances[index]);
        }
        for (int index = 0; index < logits.Length; index++)
            logits[index] = (float)(((mass * (logits[index] / sum)) - Target(index, label)) / total);
        return loss;
    }

    private double Target(int index, int label) => _weights[index] * ((index == label ? 1 - _smoothing : 0) + (_smoothing / _weights.Length));
}
