using System;

namespace MoE;

/// <summary>
/// A router of your own: <typeparamref name="TGating"/> gives each row a logit for every expert, and the row goes to the TopK experts
/// with the largest (ties to the lower index). Capacity, balance losses and statistics are those of any router.
/// </summary>
/// <typeparam name="TGating">Implements <see cref="IGatingNetwork"/>, or <see cref="ITrainableGating"/> to be trained; internal or public, with a constructor without parameters.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class GatingAttribute<TGating> : Attribute
{
    /// <summary>How the chosen experts are weighed. Default: <see cref="GateWeighting.Auto"/>.</summary>
    public GateWeighting Weighting { get; set; } = GateWeighting.Auto;
}
