using System;

namespace MoE;

/// <summary>
/// Adds one or more experts of a type of your own, or another model: one with [MixtureOfExperts] and as many inputs and outputs becomes a mixture
/// within the mixture, trained with it (Jordan and Jacobs, "Hierarchical Mixtures of Experts", 1994).
/// </summary>
/// <typeparam name="TExpert">
/// Implements <see cref="IExpert"/>, or <see cref="ITrainableExpert"/> to be trained, and declares <c>public const int InputSize, OutputSize</c>;
/// internal or public, with a constructor without parameters. Or a class with [MixtureOfExperts].
/// </typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ExpertAttribute<TExpert> : Attribute
{
    /// <summary>How many such experts, at least 1. Default: 1.</summary>
    public int Count { get; set; } = 1;

    /// <summary>A C# identifier, the member of the model's <c>enum Expert</c>; with <see cref="Count"/> n the members are Name0, Name1, ... Default: none, and no member.</summary>
    public string? Name { get; set; }
}
