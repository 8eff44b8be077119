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

    /// <summary>Noise on the logits while training; <c>gate_noise</c> is a layer of parameters then, with a bias where the router has one.</summary>
    public GateNoise Noise { get; set; } = GateNoise.None;

    /// <summary>While training, the router's copy of the inputs is multiplied by random numbers from 1 - Jitter to 1 + Jitter; at least 0 and finite. The experts see the inputs as they are.</summary>
    public double Jitter { get; set; }

    /// <summary>The experts form so many groups of neighbours, at least 1 and a divisor of their number; a group's score is its largest logit (DeepSeek-V2, 2024).</summary>
    public int GroupCount { get; set; } = 1;

    /// <summary>Only experts of so many best groups are chosen; from 1 to <see cref="GroupCount"/>.</summary>
    public int GroupTopK { get; set; } = 1;
}
