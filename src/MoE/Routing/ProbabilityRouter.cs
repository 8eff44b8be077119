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

    /// <summary>Whether the weights are probabilities over all experts, which <see cref="Router.RouteRow"/> then leaves in the scores.</summary>
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
        RouteEach(rows.AsRouted(ref rows.Probabilities));
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
        int stride = rows.Shape.LogitStride;
        for (int row = 0; row < rows.Count; row++)
        {
            ThroughSoftmax(rows, row, balance, scaled);
            Span<float> gradients = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref rows.LogitGradients, (nint)row * stride), stride);
            ref float logits = ref Unsafe.Add(ref rows.Logits, (nint)row * stride);
            gradients.Clear();
            for (int expert = 0; expert < experts; expert++)
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

    // A softmax's gradient: p_i * (g_i - sum over j of p_j g_j), over all experts or over the chosen ones.
    private void ThroughSoftmax(in TrainedRows rows, int row, ReadOnlySpan<double> balance, Span<double> result)
    {
        int topK = rows.Shape.TopK;
        ReadOnlySpan<int> chosen = rows.Chosen.Slice(row * topK, topK);
        ReadOnlySpan<float> weightGradients = rows.WeightGradients.Slice(row * topK, topK);
        ref float probabilities = ref Unsafe.Add(ref rows.Probabilities, (nint)row * rows.Shape.LogitStride);
        balance.CopyTo(result);
        for (int slot = 0; OverAll && slot < topK; slot++)
            result[chosen[slot]] += weightGradients[slot];
        double mean = 0;
        for (int expert = 0; expert < experts; expert++)
            mean += Unsafe.Add(ref probabilities, expert) * result[expert];
        for (int expert = 0; expert < experts; expert++)
            result[expert] = Unsafe.Add(ref probabilities, expert) * (result[expert] - mean);
        if (OverAll)
            return;
        ReadOnlySpan<float> weights = rows.Weights.Slice(row * topK, topK);
        double chosenMean = 0;
        for (int slot = 0; slot < topK; slot++)
            chosenMean += (double)weights[slot] * weightGradients[slot];
        for (int slot = 0; slot < topK; slot++)
            result[chosen[slot]] += weights[slot] * (weightGradients[slot] - chosenMean);
    }
}
