using System;
using System.Runtime.CompilerServices;

namespace MoE.Training;

/// <summary>The balance loss of Switch Transformers (Fedus et al., 2021, equation 4): <c>weight * E * sum over e of f_e P_e</c>.</summary>
internal static class SwitchBalance
{
    /// <summary>The loss, and its gradient by any row's probabilities: f is a constant, so P's is <c>weight * E * f_e / rows</c>.</summary>
    /// <param name="rows">Probabilities and choices.</param>
    /// <param name="gradients">Receives one for each expert; zeros come in.</param>
    public static double Loss(in TrainedRows rows, Span<double> gradients)
    {
        double weight = rows.Mixture.Training.LoadBalanceWeight;
        if (weight == 0)
            return 0;
        foreach (int expert in rows.Chosen)
            gradients[expert]++;
        for (int expert = 0; expert < gradients.Length; expert++)
            gradients[expert] *= weight * gradients.Length / rows.Chosen.Length / rows.Count;
        double loss = 0;
        int stride = rows.Shape.LogitStride;
        for (int row = 0; row < rows.Count; row++)
        {
            ref float probabilities = ref Unsafe.Add(ref rows.Probabilities, (nint)row * stride);
            for (int expert = 0; expert < gradients.Length; expert++)
                loss += gradients[expert] * Unsafe.Add(ref probabilities, expert);
        }
        return loss;
    }
}
