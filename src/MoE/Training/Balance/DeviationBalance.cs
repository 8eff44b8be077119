using System.Runtime.CompilerServices;

namespace MoE.Training.Balance;

/// <summary><c>weight * sum over e of (P_e - 1/E)^2</c>, P_e the mean over the rows of expert e's share.</summary>
internal sealed class DeviationBalance(double weight, int experts) : MeanShareBalance(experts)
{
    public override double Prepare(in TrainedRows rows)
    {
        int stride = rows.Shape.LogitStride;
        double loss = 0;
        for (int expert = 0; expert < Gradients.Length; expert++)
        {
            double sum = 0;
            for (int row = 0; row < rows.Count; row++)
                sum += Unsafe.Add(ref rows.Probabilities, ((nint)row * stride) + expert);
            double deviation = (sum / rows.Count) - (1.0 / Gradients.Length);
            loss += weight * deviation * deviation;
            Gradients[expert] = 2 * weight * deviation / rows.Count;
        }
        return loss;
    }
}
