using System;

namespace MoE;

/// <summary>
/// Adds one or more Mamba blocks as experts, as <see cref="MambaMixerAttribute"/> has them, from the mixture's inputs to its outputs. Such an expert sees
/// every row of the sequence; its output counts for the rows that are routed to it. Without a <see cref="BackboneAttribute"/> a call is one
/// sequence. Parameters: <c>experts.J.in_proj.weight</c> and so on.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MambaExpertAttribute : Attribute
{
    /// <summary>How many such experts, at least 1. Default: 1.</summary>
    public int Count { get; set; } = 1;

    /// <summary>A C# identifier, the member of the model's <c>enum Expert</c>; with <see cref="Count"/> n the members are Name0, Name1, ... Default: none, and no member.</summary>
    public string? Name { get; set; }

    /// <summary>States of each channel, at least 1. Default: 16.</summary>
    public int StateSize { get; set; } = 16;

    /// <summary>Steps that the causal convolution sees, this one and those before it, at least 1. Default: 4.</summary>
    public int ConvolutionWidth { get; set; } = 4;

    /// <summary>Channels for each input, at least 1. Default: 2.</summary>
    public int Expand { get; set; } = 2;

    /// <summary>The rank of what the step sizes are made of, at least 1. Default: 0, a sixteenth of the inputs, rounded up.</summary>
    public int TimeStepRank { get; set; }
}
