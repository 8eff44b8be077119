using System;

namespace MoE;

/// <summary>
/// Every expert works on every row, and their outputs are summed by a softmax over all logits: the mixture of experts before routing was
/// sparse (Jacobs et al., "Adaptive Mixtures of Local Experts", 1991). The model's TopK is the number of its experts.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SoftGatingAttribute : Attribute
{
    /// <summary>Divides the logits (Hinton et al., "Distilling the Knowledge in a Neural Network", 2015, equation 1); above 0 and finite. Default: 1.</summary>
    public double Temperature { get; set; } = 1;

    /// <summary>Whether the router adds a bias. Default: <c>true</c>.</summary>
    public bool Bias { get; set; } = true;
}
