using System;

namespace MoE;

/// <summary>Adds one or more gated linear units: <c>down(act(gate x) * up x)</c> (Shazeer, "GLU Variants Improve Transformer", 2020).</summary>
/// <param name="hidden">The width of gate and up, at least 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GatedExpertAttribute(int hidden) : Attribute
{
    /// <summary>The width of gate and up, at least 1.</summary>
    public int Hidden { get; } = hidden;

    /// <summary>How many such experts, at least 1. Default: 1.</summary>
    public int Count { get; set; } = 1;

    /// <summary>A C# identifier, the member of the model's <c>enum Expert</c>; with <see cref="Count"/> n the members are Name0, Name1, ... Default: none, and no member.</summary>
    public string? Name { get; set; }

    /// <summary>The function on the gate. Default: <see cref="Activation.SiLU"/>, which makes it SwiGLU.</summary>
    public Activation Activation { get; set; } = Activation.SiLU;

    /// <summary>Whether the three layers add a bias. Default: <c>false</c>.</summary>
    public bool Bias { get; set; }

    /// <summary>The gate counts as this at most, and up lies between this and its negative (gpt-oss: 7); at least 0 and finite. Default: 0, no limit.</summary>
    public double Limit { get; set; }

    /// <summary>The function on the gate is <c>act(alpha gate) / alpha</c>: with SiLU <c>gate * sigmoid(alpha gate)</c> (gpt-oss: 1.702); above 0 and finite. Default: 1.</summary>
    public double Alpha { get; set; } = 1;

    /// <summary>Added to up behind the limit (gpt-oss: 1); finite. Default: 0.</summary>
    public double UpOffset { get; set; }
}
