using System;

namespace MoE.Training.Balance;

/// <summary>A loss of the experts' mean shares: its gradient by the shares is the same for every row.</summary>
internal abstract class MeanShareBalance(int experts) : BalanceLoss
{
    /// <summary>One for each expert; <see cref="BalanceLoss.Prepare"/> finds them.</summary>
    protected double[] Gradients { get; } = new double[experts];

    public sealed override void AddByShares(ref float shares, Span<double> gradients)
    {
        for (int expert = 0; expert < gradients.Length; expert++)
            gradients[expert] += Gradients[expert];
    }
}
