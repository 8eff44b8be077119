using System;

namespace MoE.Training.Balance;

/// <summary>
/// What a router pays for using its experts unevenly: one subclass for each formula, made anew for each batch. The loss is
/// found first, over all rows; then each row asks for its part of the gradient.
/// </summary>
internal abstract class BalanceLoss
{
    /// <summary>The loss of a batch, its coefficient included.</summary>
    public abstract double Prepare(in TrainedRows rows);

    /// <summary>Adds the gradient by one row's shares, its probabilities of all experts.</summary>
    public virtual void AddByShares(ref float shares, Span<double> gradients)
    {
    }

    /// <summary>The gradient by the weight of an assignment to an expert.</summary>
    public virtual double ByWeight(int expert) => 0;

    /// <summary>Adds the gradients by one row's logits, those of the noise's scale among them.</summary>
    public virtual void AddByLogits(in TrainedRows rows, int row, NoiseGradients gradients)
    {
    }
}
