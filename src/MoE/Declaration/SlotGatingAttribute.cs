using System;

namespace MoE;

/// <summary>
/// Soft MoE: experts work on slots, each a mixture of all rows of a sequence, and a row's output is a mixture of all slots' outputs
/// (Puigcerver et al., "From Sparse to Soft Mixtures of Experts", 2023). Nothing is dropped and everything is differentiable; a row's
/// output depends on the other rows: a call is one sequence, so not for what must not see later rows.
/// </summary>
/// <param name="slotsPerExpert">Slots of each expert, at least 1. Experts times slots near the rows of a sequence costs about what one expert for each row costs.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SlotGatingAttribute(int slotsPerExpert) : Attribute
{
    /// <summary>Slots of each expert, at least 1.</summary>
    public int SlotsPerExpert { get; } = slotsPerExpert;
}
