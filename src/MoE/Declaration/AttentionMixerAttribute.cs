using System;

namespace MoE;

/// <summary>
/// The mixer of a <see cref="BackboneAttribute"/>: causal attention (Vaswani et al., "Attention Is All You Need", 2017) with keys and values shared by
/// groups of heads (Ainslie et al., "GQA", 2023) and rotary positions (Su et al., "RoFormer", 2021), whose halves lie as in Hugging Face's Llama.
/// Parameters: <c>q_proj</c>, <c>k_proj</c>, <c>v_proj</c>, <c>o_proj</c>
/// </summary>
/// <param name="heads">Heads of queries, at least 1; a divisor of the width unless <see cref="HeadSize"/> is said.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AttentionMixerAttribute(int heads) : Attribute
{
    /// <summary>Heads of queries, at least 1.</summary>
    public int Heads { get; } = heads;

    /// <summary>Heads of keys and values, at least 1 and a divisor of the heads. Default: 0, as many as heads.</summary>
    public int KeyValueHeads { get; set; }

    /// <summary>Values of a head, at least 1; even with rotary positions. Default: 0, the width divided by the heads.</summary>
    public int HeadSize { get; set; }

    /// <summary>Steps that a step sees, itself and those before it, at least 1. Default: 0, the whole past.</summary>
    public int Window { get; set; }

    /// <summary>The base of the rotary positions' wavelengths, at least 0 and finite; 0: no positions. Default: 10000.</summary>
    public double RotaryBase { get; set; } = 10000;

    /// <summary>Whether the four layers add a bias. Default: <c>false</c>.</summary>
    public bool Bias { get; set; }
}
