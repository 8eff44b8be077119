using System;

namespace MoE;

/// <summary>Emits training: Fit, ComputeGradients, Evaluate. Without it the class is inference-only and small.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TrainingAttribute : Attribute
{
    /// <summary>The task loss.</summary>
    public Loss Loss { get; set; } = Loss.Auto;

    /// <summary>The balance loss.</summary>
    public LoadBalance LoadBalance { get; set; } = LoadBalance.Auto;

    /// <summary>The coefficient of the balance loss, at least 0 and finite.</summary>
    public double LoadBalanceWeight { get; set; } = 0.01;

    /// <summary>The coefficient of the router's z-loss, <c>mean over the rows of (ln sum exp logits)^2</c>; at least 0 and finite (Zoph et al., "ST-MoE", 2022).</summary>
    public double RouterZLossWeight { get; set; }

    /// <summary>The probability, in [0, 1), that an expert is out for a step: its share goes to the others. TopK experts always stay.</summary>
    public double ExpertDropout { get; set; }
}
