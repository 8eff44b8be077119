using System;

namespace MoE;

/// <summary>
/// Every expert works on every row, and their outputs are summed by a softmax over all logits: the mixture of experts before routing was
/// sparse (Jacobs et al., "Adaptive Mixtures of Local Experts", 1991). The model's TopK is the number of its experts.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SoftGatingAttribute : Attribute
{
    /// <summary>Divides the logits; positive and finite.</summary>
    public double Temperature { get; set; } = 1;

    /// <summary>Whether the router adds a bias.</summary>
    public bool Bias { get; set; } = true;
}
