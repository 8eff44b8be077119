using System;
using System.Runtime.CompilerServices;

namespace MoE.Training.Balance;

/// <summary><c>-weight * mean over the rows of H(p)</c> in nats: the less sure the router is of each row, the less it pays.</summary>
internal sealed class EntropyBalance(double weight) : BalanceLoss
{
    private double _weightOfRow;

    public override double Prepare(in TrainedRows rows)
    {
        _weightOfRow = weight / rows.Count;
        int stride = rows.Shape.LogitStride;
        double loss = 0;
        for (int row = 0; row < rows.Count; row++)
        {
            for (int expert = 0; expert < rows.Shape.Experts; expert++)
            {
                double share = Unsafe.Add(ref rows.Probabilities, ((nint)row * stride) + expert);
                loss += share * Log(share);
            }
        }
        return loss * _weightOfRow;
    }

    public override void AddByShares(ref float shares, Span<double> gradients)
    {
        for (int expert = 0; expert < gradients.Length; expert++)
            gradients[expert] += _weightOfRow * (Log(Unsafe.Add(ref shares, expert)) + 1);
    }

    // 0 ln 0 is 0, and what a share of nothing would gain comes back times that share.
    private static double Log(double share) => share > 0 ? FixedLog.Of(share) : 0;
}
