using System;

namespace MoE;

/// <summary>
/// A linear router that sends each row to one expert, whose output is multiplied by its probability among all: y = p_e * expert_e(x)
/// (Fedus et al., "Switch Transformers", 2021). TopK must be 1.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SwitchGatingAttribute : Attribute
{
    /// <summary>Divides the logits (Hinton et al., "Distilling the Knowledge in a Neural Network", 2015, equation 1); above 0 and finite. Default: 1.</summary>
    public double Temperature { get; set; } = 1;

    /// <summary>Whether the router adds a bias. Default: <c>false</c>.</summary>
    public bool Bias { get; set; }

    /// <summary>
    /// While training, the router's copy of the inputs is multiplied by random numbers from 1 - Jitter to 1 + Jitter, at least 0 and finite; the
    /// experts see the inputs as they are (Fedus et al., "Switch Transformers", 2021, appendix C). Default: 0.
    /// </summary>
    public double Jitter { get; set; }
}
