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
}
