using System;

namespace MoE;

/// <summary>
/// A linear router with a softmax: a row goes to the TopK experts with the largest logits (ties to the lower index).
/// What a model without a gating attribute gets.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SoftmaxGatingAttribute : Attribute
{
    /// <summary>
    /// Divides the logits (Hinton et al., "Distilling the Knowledge in a Neural Network", 2015, equation 1); above 0 and finite. With
    /// <see cref="LearnTemperature"/> the value that training starts from. Default: 1.
    /// </summary>
    public double Temperature { get; set; } = 1;

    /// <summary>Whether the temperature is a trained parameter (<c>temperature</c>, of shape [1]). Default: <c>false</c>.</summary>
    public bool LearnTemperature { get; set; }

    /// <summary>Whether the router adds a bias. Default: <c>true</c>.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>How the chosen experts are weighed. Default: <see cref="GateWeighting.Auto"/>.</summary>
    public GateWeighting Weighting { get; set; } = GateWeighting.Auto;

    /// <summary>Noise on the logits while training; <c>gate_noise</c> is a layer of parameters then, with a bias where the router has one. Default: <see cref="GateNoise.None"/>.</summary>
    public GateNoise Noise { get; set; } = GateNoise.None;

    /// <summary>
    /// While training, the router's copy of the inputs is multiplied by random numbers from 1 - Jitter to 1 + Jitter, at least 0 and finite; the
    /// experts see the inputs as they are (Fedus et al., "Switch Transformers", 2021, appendix C). Default: 0.
    /// </summary>
    public double Jitter { get; set; }

    /// <summary>
    /// The experts form so many groups of neighbours, at least 1 and a divisor of their number; a group's score is its largest logit (DeepSeek-V2,
    /// 2024). Default: 1, no groups.
    /// </summary>
    public int GroupCount { get; set; } = 1;

    /// <summary>Only experts of so many best groups are chosen; at least 1, at most <see cref="GroupCount"/>. Default: 1.</summary>
    public int GroupTopK { get; set; } = 1;
}
