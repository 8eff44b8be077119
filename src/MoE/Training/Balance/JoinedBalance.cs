using System;

namespace MoE.Training.Balance;

/// <summary>The sum of two.</summary>
internal sealed class JoinedBalance(BalanceLoss first, BalanceLoss second) : BalanceLoss
{
    public override double Prepare(in TrainedRows rows) => first.Prepare(rows) + second.Prepare(rows);

    public override void AddByShares(ref float shares, Span<double> gradients)
    {
        first.AddByShares(ref shares, gradients);
        second.AddByShares(ref shares, gradients);
    }

    public override double ByWeight(int expert) => first.ByWeight(expert) + second.ByWeight(expert);

    public override void AddByLogits(in TrainedRows rows, int row, NoiseGradients gradients)
    {
        first.AddByLogits(rows, row, gradients);
        second.AddByLogits(rows, row, gradients);
    }
}
