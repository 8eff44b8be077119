using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using MoE.Training;

namespace MoE.Routing;

/// <summary>A router whose logits are a softmax's: temperature, and the way back through the softmax.</summary>
/// <param name="experts">Experts to choose from.</param>
/// <param name="temperature">Divides the logits.</param>
/// <param name="temperatureOffset">Where a learned temperature lies among the mixture's parameters; -1: it is fixed.</param>
/// <param name="jitter">See <see cref="Router.Jitter"/>.</param>
/// <param name="noise">See <see cref="Router.Noise"/>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ProbabilityRouter(int experts, float temperature, int temperatureOffset, double jitter = 0, RouterNoise? noise = null)
    : LayerRouter(experts, jitter, noise)
{
    private readonly int _experts = experts;

    /// <summary>Whether the weights are probabilities over all experts, which <see cref="Router.RouteRows"/> then leaves in the scores.</summary>
    protected abstract bool OverAll { get; }

    /// <inheritdoc/>
    public sealed override void Shares(ref float scores, int rows, int stride, ref float parameters) =>
        SoftmaxWeights.Probabilities(ref scores, rows, _experts, stride, Divisor(ref parameters));

    /// <inheritdoc/>
    protected sealed override float Divisor(ref float parameters) =>
        temperatureOffset < 0 ? temperature : Unsafe.Add(ref parameters, temperatureOffset);

    /// <inheritdoc/>
    protected sealed override void StoreDivisorGradient(ref float gradients, double gradient)
    {
        if (temperatureOffset >= 0)
            Unsafe.Add(ref gradients, temperatureOffset) = (float)gradient;
    }

    /// <inheritdoc/>
    protected sealed override void Share(in TrainedRows rows)
    {
        if (!OverAll)
            Shares(ref rows.Probabilities, rows.Count, rows.Shape.LogitStride, ref rows.Mixture.Parameters);
    }

    /// <inheritdoc/>
    protected sealed override void ToLogits(
        ref float logits, ref float shares, ReadOnlySpan<int> chosen, ReadOnlySpan<float> weights, ReadOnlySpan<double> weightGradients, Span<double> gradients)
    {
        if (OverAll)
            ThroughAll(ref shares, chosen, weightGradients, gradients);
        else
            ThroughChosen(ref shares, chosen, weights, weightGradients, gradients);
    }

    // The weights are probabilities: their gradients join those by the shares.
    private static void ThroughAll(ref float probabilities, ReadOnlySpan<int> chosen, ReadOnlySpan<double> weightGradients, Span<double> result)
    {
        for (int slot = 0; slot < chosen.Length; slot++)
        {
            if (chosen[slot] >= 0)
                result[chosen[slot]] += weightGradients[slot];
        }
        ThroughSoftmax(ref probabilities, result);
    }

    // The weights are a softmax of their own, over the chosen experts.
    private static void ThroughChosen(
        ref float probabilities, ReadOnlySpan<int> chosen, ReadOnlySpan<float> weights, ReadOnlySpan<double> weightGradients, Span<double> result)
    {
        ThroughSoftmax(ref probabilities, result);
        double mean = 0;
        for (int slot = 0; slot < chosen.Length; slot++)
            mean += (double)weights[slot] * weightGradients[slot];
        for (int slot = 0; slot < chosen.Length; slot++)
            result[chosen[slot]] += weights[slot] * (weightGradients[slot] - mean);
    }

    // A softmax's gradient: p_i * (g_i - sum over j of p_j g_j).
    private static void ThroughSoftmax(ref float probabilities, Span<double> gradients)
    {
        double mean = 0;
        for (int expert = 0; expert < gradients.Length; expert++)
            mean += Unsafe.Add(ref probabilities, expert) * gradients[expert];
        for (int expert = 0; expert < gradients.Length; expert++)
            gradients[expert] = Unsafe.Add(ref probabilities, expert) * (gradients[expert] - mean);
    }
}
