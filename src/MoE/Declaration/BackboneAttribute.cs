using System;

namespace MoE;

/// <summary>
/// Makes the model one of sequences: rows 0 to t give output t, and no later row is looked at. A linear input where inputs are not the width; layers of
/// <c>x += mixer(norm1(x)); x += f(norm2(x))</c>, where f is the mixture in every <see cref="MixtureEvery"/>th layer and a dense
/// <c>width -> DenseHidden -> width</c> in the others; a last norm; a linear head. The mixer is <see cref="MambaMixerAttribute"/> or
/// <see cref="AttentionMixerAttribute"/>; experts and gating are those of the mixtures, which map width to width. Parameters: <c>input.*</c>,
/// <c>layers.I.norm1.*</c>, <c>layers.I.mamba.*</c> or <c>layers.I.attention.*</c>, <c>layers.I.norm2.*</c>, <c>layers.I.moe.*</c> or
/// <c>layers.I.mlp.*</c>, <c>norm.*</c>, <c>head.*</c>
/// </summary>
/// <param name="width">Values of a step between the layers, at least 1.</param>
/// <param name="layers">How many layers, at least 1.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BackboneAttribute(int width, int layers) : Attribute
{
    /// <summary>Values of a step between the layers, at least 1.</summary>
    public int Width { get; } = width;

    /// <summary>How many layers, at least 1.</summary>
    public int Layers { get; } = layers;

    /// <summary>A layer whose number, counted from 1, is a multiple of this has the mixture, the others a dense network; from 1 to the number of layers. Default: 2.</summary>
    public int MixtureEvery { get; set; } = 2;

    /// <summary>The hidden width of the dense networks, at least 1. Default: 0, four times the width.</summary>
    public int DenseHidden { get; set; }

    /// <summary>The function inside the dense networks. Default: <see cref="Activation.Gelu"/>.</summary>
    public Activation DenseActivation { get; set; } = Activation.Gelu;

    /// <summary>Whether a norm follows the last layer. Default: <c>true</c>.</summary>
    public bool FinalNorm { get; set; } = true;

    /// <summary>Whether a linear layer makes the outputs of the width; it may be left out where they are equal. Default: <c>true</c>.</summary>
    public bool Head { get; set; } = true;

    /// <summary>The norm in front of every mixer, mixture and dense network, and the last one. Default: <see cref="Norm.LayerNorm"/>.</summary>
    public Norm Norm { get; set; } = Norm.LayerNorm;

    /// <summary>What the norms add to the variance or mean square, above 0 and finite. Default: 1E-05.</summary>
    public double NormEpsilon { get; set; } = 1e-5;

    /// <summary>The share of values, while training, that become zero in what is added to a row: of a mixer, mixture or dense network; at least 0, below 1. Default: 0.</summary>
    public double Dropout { get; set; }
}
