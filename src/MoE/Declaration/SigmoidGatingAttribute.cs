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
    /// <summary>How far a step moves the bias of an expert: up where it was chosen less than the mean, down where more; at least 0 and finite. Default: 0.001, as there.</summary>
    public double BalanceRate { get; set; } = 0.001;

    /// <summary>The experts form so many groups of neighbours, at least 1 and a divisor of their number; a group's score is the sum of its two largest. Default: 1, no groups.</summary>
    public int GroupCount { get; set; } = 1;

    /// <summary>Only experts of so many best groups are chosen; at least 1, at most <see cref="GroupCount"/>. Default: 1.</summary>
    public int GroupTopK { get; set; } = 1;

    /// <summary>Multiplies the weights (DeepSeek-V3's <c>routed_scaling_factor</c>, 2.5); above 0 and finite. Default: 1.</summary>
    public double Scale { get; set; } = 1;

    /// <summary>Whether the weights of a row are divided by their sum (equation 13). Default: <c>true</c>.</summary>
    public bool Normalize { get; set; } = true;

    /// <summary>Whether the router adds a bias to its logits. Default: <c>false</c>.</summary>
    public bool Bias { get; set; }
}
