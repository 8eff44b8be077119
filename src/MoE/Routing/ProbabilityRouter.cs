using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Training;

namespace MoE.Routing;

/// <summary>A router whose logits are a softmax's: temperature, balance loss and the way back through the softmax.</summary>
/// <param name="experts">Experts to choose from.</param>
/// <param name="temperature">Divides the logits.</param>
/// <param name="temperatureOffset">Where a learned temperature lies among the mixture's parameters; -1: it is fixed.</param>
/// <param name="jitter">See <see cref="Router.Jitter"/>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ProbabilityRouter(int experts, float temperature, int temperatureOffset, double jitter) : Router
{
    /// <inheritdoc/>
    public sealed override double Jitter => jitter;

    /// <summary>Whether the weights are probabilities over all experts, which <see cref="Router.RouteRows"/> then leaves in the scores.</summary>
    protected abstract bool OverAll { get; }

    /// <summary>What divides the logits.</summary>
    protected float Temperature(ref float parameters) =>
        temperatureOffset < 0 ? temperature : Unsafe.Add(ref parameters, temperatureOffset);

    /// <inheritdoc/>
    public sealed override void RouteTraining(in TrainedRows rows)
    {
        int floats = rows.Count * rows.Shape.LogitStride;
        rows.Mixture.Gate(ref rows.Inputs, ref rows.Logits, rows.Count);
        MemoryMarshal.CreateSpan(ref rows.Logits, floats).CopyTo(MemoryMarshal.CreateSpan(ref rows.Probabilities, floats));
        RouteScores(rows.AsRouted(ref rows.Probabilities));
        if (!OverAll)
            SoftmaxWeights.Probabilities(ref rows.Probabilities, rows.Count, experts, rows.Shape.LogitStride, Temperature(ref rows.Mixture.Parameters));
    }

    /// <inheritdoc/>
    /// <remarks>Sums in double, in row and expert order.</remarks>
    public sealed override double Backward(in TrainedRows rows)
    {
        Span<double> balance = new double[experts];
        Span<double> scaled = new double[experts];
        double loss = SwitchBalance.Loss(rows, balance);
        double divisor = Temperature(ref rows.Mixture.Parameters);
        double temperatureGradient = 0;
        int stride = rows.Shape.LogitStride, topK = rows.Shape.TopK;
        bool overAll = OverAll;
        for (int row = 0; row < rows.Count; row++)
        {
            ref float probabilities = ref Unsafe.Add(ref rows.Probabilities, (nint)row * stride);
            ReadOnlySpan<int> chosen = rows.Chosen.Slice(row * topK, topK);
            ReadOnlySpan<float> weightGradients = rows.WeightGradients.Slice(row * topK, topK);
            balance.CopyTo(scaled);
            if (overAll)
                ThroughAll(ref probabilities, chosen, weightGradients, scaled);
            else
                ThroughChosen(ref probabilities, chosen, rows.Weights.Slice(row * topK, topK), weightGradients, scaled);

            Span<float> gradients = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref rows.LogitGradients, (nint)row * stride), stride);
            ref float logits = ref Unsafe.Add(ref rows.Logits, (nint)row * stride);
            gradients.Clear();
            for (int expert = 0; expert < scaled.Length; expert++)
            {
                // The softmax sees logit / temperature.
                double gradient = scaled[expert] / divisor;
                gradients[expert] = (float)gradient;
                temperatureGradient -= gradient * Unsafe.Add(ref logits, expert) / divisor;
            }
        }
        rows.Mixture.GateGradient(ref rows.Inputs, ref rows.LogitGradients, rows.Count, ref rows.Gradients);
        if (temperatureOffset >= 0)
            Unsafe.Add(ref rows.Gradients, temperatureOffset) = (float)temperatureGradient;
        return loss;
    }

    // The weights are probabilities: their gradients join those of the balance loss.
    private static void ThroughAll(ref float probabilities, ReadOnlySpan<int> chosen, ReadOnlySpan<float> weightGradients, Span<double> result)
    {
        for (int slot = 0; slot < chosen.Length; slot++)
            result[chosen[slot]] += weightGradients[slot];
        ThroughSoftmax(ref probabilities, result);
    }

    // The weights are a softmax of their own, over the chosen experts.
    private static void ThroughChosen(
        ref float probabilities, ReadOnlySpan<int> chosen, ReadOnlySpan<float> weights, ReadOnlySpan<float> weightGradients, Span<double> result)
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
