using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Numerics;
using MoE.Training;

namespace MoE.Routing;

/// <summary>
/// The TopK experts by sigmoid score plus a bias that counts for the choice only (DeepSeek-V3, 2024, section 2.1.2): the weights are
/// the scores, divided by their sum and scaled. Instead of a gradient, a step moves the bias of each expert by a fixed amount: up
/// where it was chosen less than the mean, down where more.
/// </summary>
/// <param name="experts">Experts to choose from.</param>
/// <param name="topK">How many to choose.</param>
/// <param name="biasOffset">Where the bias lies among the mixture's parameters.</param>
/// <param name="balanceRate">How far a step moves the bias.</param>
/// <param name="scale">Multiplies the weights.</param>
/// <param name="normalize">Whether weights are divided by their sum.</param>
/// <param name="groups">Limits the choice to the best groups of experts; null: it is free.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SigmoidRouter(int experts, int topK, int biasOffset, float balanceRate, float scale, bool normalize, GroupedTopK? groups = null)
    : LayerRouter(experts, jitter: 0, noise: null)
{
    // Keeps the sum of scores that have all vanished from being divided by.
    private const float Least = 1e-20f;

    private readonly int _experts = experts;

    /// <inheritdoc/>
    public override void RouteRows(
        int rows, ref float inputs, int inputStride, ref float scores, int scoreStride, ref float parameters, ref int experts, ref float weights)
    {
        ref float bias = ref Unsafe.Add(ref parameters, biasOffset);
        Span<float> sigmoids = stackalloc float[Padding.Of(_experts)];
        for (int row = 0; row < rows; row++)
        {
            ref float choices = ref Unsafe.Add(ref scores, (nint)row * scoreStride);
            ref int chosen = ref Unsafe.Add(ref experts, (nint)row * topK);
            ref float shares = ref Unsafe.Add(ref weights, (nint)row * topK);
            ActivationPass.Forward<SigmoidActivation>(ref choices, ref MemoryMarshal.GetReference(sigmoids), 1, _experts, sigmoids.Length);
            for (int expert = 0; expert < _experts; expert++)
            {
                ref float choice = ref Unsafe.Add(ref choices, expert);
                choice = choice <= Excluded ? float.NegativeInfinity : sigmoids[expert] + Unsafe.Add(ref bias, expert);
            }
            if (groups is null)
                TopK.Select(ref choices, _experts, topK, ref chosen, ref shares);
            else
                groups.Select(ref choices, topK, ref chosen, ref shares);
            Weigh(MemoryMarshal.CreateReadOnlySpan(ref chosen, topK), sigmoids, MemoryMarshal.CreateSpan(ref shares, topK));
        }
    }

    /// <inheritdoc/>
    public override void Shares(ref float scores, int rows, int stride, ref float parameters)
    {
        ActivationPass.Forward<SigmoidActivation>(ref scores, ref scores, rows, _experts, stride);
        for (int row = 0; row < rows; row++)
        {
            Span<float> shares = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref scores, (nint)row * stride), _experts);
            float sum = Least;
            foreach (float share in shares)
                sum += share;
            foreach (ref float share in shares)
                share /= sum;
        }
    }

    /// <inheritdoc/>
    public override void AfterStep(in TrainedRows rows)
    {
        int[] counts = new int[_experts];
        foreach (int expert in rows.Chosen)
            counts[expert]++;
        for (int expert = 0; expert < _experts; expert++)
        {
            // Whole numbers: the sign of mean - count.
            int sign = Math.Sign((long)rows.Chosen.Length - ((long)counts[expert] * _experts));
            Unsafe.Add(ref rows.Mixture.Parameters, biasOffset + expert) += balanceRate * sign;
        }
    }

    /// <inheritdoc/>
    protected override void Share(in TrainedRows rows)
    {
        int floats = rows.Count * rows.Shape.LogitStride;
        MemoryMarshal.CreateSpan(ref rows.Logits, floats).CopyTo(MemoryMarshal.CreateSpan(ref rows.Probabilities, floats));
        Shares(ref rows.Probabilities, rows.Count, rows.Shape.LogitStride, ref rows.Mixture.Parameters);
    }

    /// <inheritdoc/>
    protected override void ToLogits(
        ref float logits, ref float shares, ReadOnlySpan<int> chosen, ReadOnlySpan<float> weights, ReadOnlySpan<double> weightGradients, Span<double> gradients)
    {
        // share_e = s_e / S: by s_e it is (g_e - sum of share_j g_j) / S.
        double mean = 0, sum = Least;
        for (int expert = 0; expert < gradients.Length; expert++)
        {
            mean += Unsafe.Add(ref shares, expert) * gradients[expert];
            sum += Sigmoid(Unsafe.Add(ref logits, expert));
        }
        for (int expert = 0; expert < gradients.Length; expert++)
            gradients[expert] = (gradients[expert] - mean) / sum;

        // w_j = scale * s_j / T, T the sum of the chosen: by s_j it is scale * (g_j - sum of w_i g_i / scale) / T.
        double chosenMean = 0, chosenSum = Least;
        for (int slot = 0; slot < chosen.Length; slot++)
        {
            chosenMean += weights[slot] * weightGradients[slot] / scale;
            chosenSum += Sigmoid(Unsafe.Add(ref logits, chosen[slot]));
        }
        for (int slot = 0; slot < chosen.Length; slot++)
            gradients[chosen[slot]] += normalize ? scale * (weightGradients[slot] - chosenMean) / chosenSum : scale * weightGradients[slot];

        for (int expert = 0; expert < gradients.Length; expert++)
        {
            double score = Sigmoid(Unsafe.Add(ref logits, expert));
            gradients[expert] *= score * (1 - score);
        }
    }

    private void Weigh(ReadOnlySpan<int> chosen, ReadOnlySpan<float> sigmoids, Span<float> weights)
    {
        float sum = Least;
        for (int slot = 0; slot < chosen.Length; slot++)
        {
            weights[slot] = sigmoids[chosen[slot]];
            sum += weights[slot];
        }
        foreach (ref float weight in weights)
            weight *= normalize ? scale / sum : scale;
    }

    private static float Sigmoid(float logit) => 1 / (1 + ScalarMath.Exp(-logit));
}
