using System;

namespace MoE;

/// <summary>Emits training: Fit, ComputeGradients, Evaluate. Without it the class is inference-only and small.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TrainingAttribute : Attribute
{
    /// <summary>The task loss. Default: <see cref="Loss.Auto"/>.</summary>
    public Loss Loss { get; set; } = Loss.Auto;

    /// <summary>The balance loss. Default: <see cref="LoadBalance.Auto"/>.</summary>
    public LoadBalance LoadBalance { get; set; } = LoadBalance.Auto;

    /// <summary>The coefficient of the balance loss, at least 0 and finite. Default: 0.01 (Fedus et al., "Switch Transformers", 2021).</summary>
    public double LoadBalanceWeight { get; set; } = 0.01;

    /// <summary>
    /// The coefficient of the router's z-loss, <c>mean over the rows of (ln sum exp logits)^2</c>; at least 0 and finite (Zoph et al., "ST-MoE",
    /// 2022, equation 5). Default: 0.
    /// </summary>
    public double RouterZLossWeight { get; set; }

    /// <summary>The probability, at least 0, below 1, that an expert is out for a step: its share goes to the others. TopK experts always stay. Default: 0.</summary>
    public double ExpertDropout { get; set; }
}
