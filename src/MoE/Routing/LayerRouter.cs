using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Training;
using MoE.Training.Balance;

namespace MoE.Routing;

/// <summary>
/// A router with a layer from a row to a logit for each expert: noise and expert dropout on the way there, balance loss and
/// z-loss on the way back. What logits become is the subclass's.
/// </summary>
/// <param name="experts">Experts to choose from.</param>
/// <param name="jitter">See <see cref="Router.Jitter"/>.</param>
/// <param name="noise">What is added to the logits while training; null: nothing.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class LayerRouter(int experts, double jitter, RouterNoise? noise) : Router
{
    /// <summary>The logit of an expert that is out for a step: no other is below, and its products with zero are zero.</summary>
    private protected const float Excluded = -1e30f;

    /// <inheritdoc/>
    public sealed override double Jitter => jitter;

    /// <inheritdoc/>
    public sealed override RouterNoise? Noise => noise;

    /// <inheritdoc/>
    public sealed override bool HasShares => true;

    /// <inheritdoc/>
    public sealed override void RouteTraining(in TrainedRows rows)
    {
        int floats = rows.Count * rows.Shape.LogitStride;
        rows.Mixture.Gate(ref rows.Inputs, ref rows.Logits, rows.Count);
        noise?.Add(rows);
        Exclude(rows);
        MemoryMarshal.CreateSpan(ref rows.Logits, floats).CopyTo(MemoryMarshal.CreateSpan(ref rows.Probabilities, floats));
        Choose(rows.AsRouted(ref rows.Probabilities));
        // The way back has not begun: there the scores wait for those that find no room.
        if (rows.Shape.Capacity is { Overflow: Overflow.NextBest })
            MemoryMarshal.CreateSpan(ref rows.Probabilities, floats).CopyTo(MemoryMarshal.CreateSpan(ref rows.LogitGradients, floats));
        Share(rows);
    }

    /// <inheritdoc/>
    /// <remarks>Sums in double, in row and expert order.</remarks>
    public sealed override RouterLosses Backward(in TrainedRows rows)
    {
        MixtureTraining training = rows.Mixture.Training;
        BalanceLoss? balance = BalanceLosses.Of(training, experts);
        double balanceLoss = balance?.Prepare(rows) ?? 0;
        double zLoss = 0;
        double zWeight = training.RouterZLossWeight / rows.Count;
        double divisor = Divisor(ref rows.Mixture.Parameters);
        double divisorGradient = 0;
        int stride = rows.Shape.LogitStride, topK = rows.Shape.TopK;
        Span<double> scaled = new double[experts];
        Span<double> byWeight = new double[topK];
        NoiseGradients byNoise = noise is null ? default : new(new double[experts], new double[experts], new double[experts]);
        for (int row = 0; row < rows.Count; row++)
        {
            ref float shares = ref Unsafe.Add(ref rows.Probabilities, (nint)row * stride);
            ref float logits = ref Unsafe.Add(ref rows.Logits, (nint)row * stride);
            ReadOnlySpan<int> chosen = rows.Chosen.Slice(row * topK, topK);
            scaled.Clear();
            balance?.AddByShares(ref shares, scaled);
            for (int expert = 0; !rows.ShareGradients.IsEmpty && expert < experts; expert++)
                scaled[expert] += rows.ShareGradients[(row * experts) + expert];
            for (int slot = 0; slot < topK; slot++)
            {
                byWeight[slot] = rows.WeightGradients[(row * topK) + slot];
                if (balance is not null && chosen[slot] >= 0)
                    byWeight[slot] += balance.ByWeight(chosen[slot]);
            }
            ToLogits(ref logits, ref shares, chosen, rows.Weights.Slice(row * topK, topK), byWeight, scaled);
            if (zWeight > 0)
                zLoss += RouterZLoss.Add(ref logits, divisor, zWeight, scaled);
            if (noise is not null)
            {
                byNoise.Clear();
                balance?.AddByLogits(rows, row, byNoise);
            }

            Span<float> gradients = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref rows.LogitGradients, (nint)row * stride), stride);
            gradients.Clear();
            for (int expert = 0; expert < scaled.Length; expert++)
            {
                // What follows sees logit / temperature.
                double gradient = scaled[expert] / divisor;
                divisorGradient -= gradient * Unsafe.Add(ref logits, expert) / divisor;
                if (noise is not null)
                {
                    byNoise.Noisy[expert] += gradient;
                    gradient = byNoise.Noisy[expert] + byNoise.Clean[expert];
                }
                gradients[expert] = (float)gradient;
            }
            noise?.BackwardRow(rows, row, byNoise);
        }
        rows.Mixture.GateGradient(ref rows.Inputs, ref rows.LogitGradients, rows.Count, ref rows.Gradients);
        noise?.Backward(rows);
        StoreDivisorGradient(ref rows.Gradients, divisorGradient);
        return new RouterLosses(balanceLoss, zLoss);
    }

    /// <summary>What divides the logits.</summary>
    protected virtual float Divisor(ref float parameters) => 1;

    /// <summary>Keeps the gradient of a learned divisor.</summary>
    protected virtual void StoreDivisorGradient(ref float gradients, double gradient)
    {
    }

    /// <summary>While training, after the choice: makes the probabilities shares of all experts.</summary>
    protected abstract void Share(in TrainedRows rows);

    /// <summary>One row's gradient by its logits, as divided by the divisor.</summary>
    /// <param name="logits">Its logits.</param>
    /// <param name="shares">Its shares of all experts.</param>
    /// <param name="chosen">Its experts; negative where there is none.</param>
    /// <param name="weights">Their weights.</param>
    /// <param name="weightGradients">The gradients by them.</param>
    /// <param name="gradients">The gradients by the shares come in, those by the logits go out.</param>
    protected abstract void ToLogits(
        ref float logits, ref float shares, ReadOnlySpan<int> chosen, ReadOnlySpan<float> weights, ReadOnlySpan<double> weightGradients, Span<double> gradients);

    private static void Exclude(in TrainedRows rows)
    {
        for (int expert = 0; expert < rows.ExcludedExperts.Length; expert++)
        {
            for (int row = 0; rows.ExcludedExperts[expert] && row < rows.Count; row++)
                Unsafe.Add(ref rows.Logits, ((nint)row * rows.Shape.LogitStride) + expert) = Excluded;
        }
    }
}
