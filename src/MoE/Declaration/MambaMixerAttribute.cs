using System;

namespace MoE;

/// <summary>
/// The mixer of a <see cref="BackboneAttribute"/>: a selective state space (Gu and Dao, "Mamba: Linear-Time Sequence Modeling with Selective State
/// Spaces", 2023), a causal convolution and a recurrence whose step size and gates depend on the row. Parameters and initial values as
/// state-spaces/mamba: <c>in_proj</c>, <c>conv1d</c>, <c>x_proj</c>, <c>dt_proj</c>, <c>A_log</c>, <c>D</c>, <c>out_proj</c>
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class MambaMixerAttribute : Attribute
{
    /// <summary>States of each channel, at least 1. Default: 16.</summary>
    public int StateSize { get; set; } = 16;

    /// <summary>Steps that the causal convolution sees, this one and those before it, at least 1. Default: 4.</summary>
    public int ConvolutionWidth { get; set; } = 4;

    /// <summary>Channels for each value of the width, at least 1. Default: 2.</summary>
    public int Expand { get; set; } = 2;

    /// <summary>The rank of what the step sizes are made of, at least 1. Default: 0, a sixteenth of the width, rounded up.</summary>
    public int TimeStepRank { get; set; }
}
