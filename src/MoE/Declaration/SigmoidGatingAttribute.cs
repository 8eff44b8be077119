using System;

namespace MoE;

/// <summary>
/// The router of DeepSeek-V3 (2024, section 2.1.2): a row goes to the TopK experts with the largest sum of sigmoid score and bias, and
/// each is weighed by its score alone. The bias (<c>gate.e_score_correction_bias</c>) balances the load without a loss: no gradient
/// trains it, each step of a Fit moves it.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SigmoidGatingAttribute : Attribute
{
    /// <summary>How far a step moves the bias of an expert: up where it was chosen less than the mean, down where more. At least 0 and finite.</summary>
    public double BalanceRate { get; set; } = 0.001;

    /// <summary>The experts form so many groups of neighbours, at least 1 and a divisor of their number; a group's score is the sum of its two largest.</summary>
    public int GroupCount { get; set; } = 1;

    /// <summary>Only experts of so many best groups are chosen; from 1 to <see cref="GroupCount"/>.</summary>
    public int GroupTopK { get; set; } = 1;

    /// <summary>Multiplies the weights; positive and finite.</summary>
    public double Scale { get; set; } = 1;

    /// <summary>Whether the weights of a row are divided by their sum.</summary>
    public bool Normalize { get; set; } = true;

    /// <summary>Whether the router adds a bias to its logits.</summary>
    public bool Bias { get; set; }
}
