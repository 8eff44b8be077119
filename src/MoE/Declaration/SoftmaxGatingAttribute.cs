using System;

namespace MoE;

/// <summary>
/// A linear router with a softmax: a row goes to the TopK experts with the largest logits (ties to the lower index).
/// What a model without a gating attribute gets.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SoftmaxGatingAttribute : Attribute
{
    /// <summary>Divides the logits; positive and finite. With <see cref="LearnTemperature"/> the value that training starts from.</summary>
    public double Temperature { get; set; } = 1;

    /// <summary>Whether the temperature is a trained parameter (<c>temperature</c>, of shape [1]).</summary>
    public bool LearnTemperature { get; set; }

    /// <summary>Whether the router adds a bias.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>How the chosen experts are weighed.</summary>
    public GateWeighting Weighting { get; set; } = GateWeighting.Auto;
}
