using System.Runtime.CompilerServices;

namespace MoE.Training.Balance;

/// <summary>
/// The balance loss of Switch Transformers (Fedus et al., 2021, equation 4): <c>weight * E * sum over e of f_e P_e</c>, f_e the
/// share of the assignments, or of the first choices (GShard, Lepikhin et al., 2020), that chose expert e.
/// </summary>
internal sealed class SwitchBalance(double weight, int experts, bool firstChoices) : MeanShareBalance(experts)
{
    public override double Prepare(in TrainedRows rows)
    {
        int step = firstChoices ? rows.Shape.TopK : 1;
        for (int assignment = 0; assignment < rows.Chosen.Length; assignment += step)
        {
            if (rows.Chosen[assignment] >= 0)
                Gradients[rows.Chosen[assignment]]++;
        }
        // f is a constant, so P's gradient is weight * E * f_e / rows.
        int counted = rows.Chosen.Length / step;
        for (int expert = 0; expert < Gradients.Length; expert++)
            Gradients[expert] *= weight * Gradients.Length / counted / rows.Count;
        double loss = 0;
        int stride = rows.Shape.LogitStride;
        for (int row = 0; row < rows.Count; row++)
        {
            ref float shares = ref Unsafe.Add(ref rows.Probabilities, (nint)row * stride);
            for (int expert = 0; expert < Gradients.Length; expert++)
                loss += Gradients[expert] * Unsafe.Add(ref shares, expert);
        }
        return loss;
    }
}
