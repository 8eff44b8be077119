using System;

namespace MoE;

/// <summary>Adds one or more experts that are multi-layer perceptrons: inputs -> hidden widths -> outputs.</summary>
/// <param name="hidden">The widths of the hidden layers, each at least 1; none makes a linear expert.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class FeedForwardExpertAttribute(params int[] hidden) : Attribute
{
    /// <summary>The widths of the hidden layers, each at least 1.</summary>
    public int[] Hidden { get; } = hidden;

    /// <summary>How many such experts, at least 1. Default: 1.</summary>
    public int Count { get; set; } = 1;

    /// <summary>A C# identifier, the member of the model's <c>enum Expert</c>; with <see cref="Count"/> n the members are Name0, Name1, ... Default: none, and no member.</summary>
    public string? Name { get; set; }

    /// <summary>The function after each layer but the last. Default: <see cref="Activation.ReLU"/>.</summary>
    public Activation Activation { get; set; } = Activation.ReLU;

    /// <summary>Whether the layers add a bias. Default: <c>true</c>.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>Whether a LayerNorm (epsilon 1e-5, weight and bias; Ba et al., "Layer Normalization", 2016) ends the expert. Default: <c>false</c>.</summary>
    public bool EndNorm { get; set; }

    /// <summary>
    /// The probability, at least 0, below 1, that training zeroes a hidden value, the others being scaled by <c>1 / (1 - Dropout)</c> (Srivastava
    /// et al., "Dropout", 2014). Default: 0.
    /// </summary>
    public double Dropout { get; set; }
}
