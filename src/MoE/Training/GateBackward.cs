using System;
using MoE.Experts;

namespace MoE.Training;

/// <summary>
/// The router's way back: from the gradients of the weights, and the balance loss, to those of the logits. Sums in
/// double, in row and expert order.
/// </summary>
internal static class GateBackward
{
    /// <summary>What the router did with each row. Matrices are rows x LogitStride, the others rows x TopK.</summary>
    public readonly ref struct Rows(
        int count,
        ReadOnlySpan<int> chosen,
        ReadOnlySpan<float> weights,
        ReadOnlySpan<float> weightGradients,
        ReadOnlySpan<float> logits,
        ReadOnlySpan<float> probabilities,
        Span<float> logitGradients)
    {
        public int Count { get; } = count;

        public ReadOnlySpan<int> Chosen { get; } = chosen;

        public ReadOnlySpan<float> Weights { get; } = weights;

        public ReadOnlySpan<float> WeightGradients { get; } = weightGradients;

        public ReadOnlySpan<float> Logits { get; } = logits;

        public ReadOnlySpan<float> Probabilities { get; } = probabilities;

        public Span<float> LogitGradients { get; } = logitGradients;
    }

    /// <summary>Fills the logits' gradients and that of a learned temperature.</summary>
    /// <returns>The balance loss, coefficient included.</returns>
    public static double Run(ITrainableMixture model, in Rows rows, ref float gradients)
    {
        MixtureShape shape = model.Shape;
        Span<double> balance = new double[shape.Experts];
        Span<double> scaled = new double[shape.Experts];
        double loss = BalanceLoss(model.Training.LoadBalanceWeight, shape, rows, balance);
        double temperature = model.Temperature;
        double temperatureGradient = 0;
        for (int row = 0; row < rows.Count; row++)
        {
            int at = row * shape.LogitStride;
            ReadOnlySpan<float> probabilities = rows.Probabilities.Slice(at, shape.Experts);
            ReadOnlySpan<float> logits = rows.Logits.Slice(at, shape.Experts);
            Span<float> target = rows.LogitGradients.Slice(at, shape.LogitStride);
            ThroughWeights(shape, rows, row, probabilities, balance, scaled);
            target.Clear();
            for (int expert = 0; expert < shape.Experts; expert++)
            {
                // The softmax sees logit / temperature.
                double gradient = scaled[expert] / temperature;
                target[expert] = (float)gradient;
                temperatureGradient -= gradient * logits[expert] / temperature;
            }
        }
        if (model.Training.TemperatureOffset >= 0)
            System.Runtime.CompilerServices.Unsafe.Add(ref gradients, model.Training.TemperatureOffset) = (float)temperatureGradient;
        return loss;
    }

    // Switch Transformers, equation 4; f is a constant for the gradient, so P's is weight * E * f_e / rows for each row.
    private static double BalanceLoss(double weight, MixtureShape shape, in Rows rows, Span<double> gradients)
    {
        if (weight == 0)
            return 0;
        foreach (int expert in rows.Chosen)
            gradients[expert]++;
        for (int expert = 0; expert < shape.Experts; expert++)
            gradients[expert] *= weight * shape.Experts / rows.Chosen.Length / rows.Count;
        double loss = 0;
        for (int row = 0; row < rows.Count; row++)
        {
            for (int expert = 0; expert < shape.Experts; expert++)
                loss += gradients[expert] * rows.Probabilities[(row * shape.LogitStride) + expert];
        }
        return loss;
    }

    // A softmax's gradient: p_i * (g_i - sum over j of p_j g_j), over all experts or over the chosen ones.
    private static void ThroughWeights(
        MixtureShape shape, in Rows rows, int row, ReadOnlySpan<float> probabilities, ReadOnlySpan<double> balance, Span<double> result)
    {
        int first = row * shape.TopK;
        ReadOnlySpan<int> chosen = rows.Chosen.Slice(first, shape.TopK);
        ReadOnlySpan<float> weightGradients = rows.WeightGradients.Slice(first, shape.TopK);
        ReadOnlySpan<float> weights = rows.Weights.Slice(first, shape.TopK);
        balance.CopyTo(result);
        if (shape.OverAll)
        {
            for (int slot = 0; slot < chosen.Length; slot++)
                result[chosen[slot]] += weightGradients[slot];
        }
        double mean = 0;
        for (int expert = 0; expert < shape.Experts; expert++)
            mean += probabilities[expert] * result[expert];
        for (int expert = 0; expert < shape.Experts; expert++)
            result[expert] = probabilities[expert] * (result[expert] - mean);
        if (shape.OverAll)
            return;
        double chosenMean = 0;
        for (int slot = 0; slot < chosen.Length; slot++)
            chosenMean += (double)weights[slot] * weightGradients[slot];
        for (int slot = 0; slot < chosen.Length; slot++)
            result[chosen[slot]] += weights[slot] * (weightGradients[slot] - chosenMean);
    }
}
