using System;

namespace MoE;

/// <summary>Makes the model a classifier: its outputs are the logits of the enum's members, in declaration order, whatever their values.</summary>
/// <typeparam name="TEnum">An enum of at least two members, without aliases and without [Flags].</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ClassifierAttribute<TEnum> : Attribute
    where TEnum : struct, Enum
{
    /// <summary>
    /// Whether the experts' logits are summed by weight, or their probabilities, of whose mean the outputs are the logarithms (Jacobs et al.,
    /// "Adaptive Mixtures of Local Experts", 1991). Default: <see cref="Mixing.Auto"/>.
    /// </summary>
    public Mixing Mixing { get; set; } = Mixing.Auto;
}
