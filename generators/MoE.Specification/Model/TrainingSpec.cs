namespace MoE.Specification;

/// <summary>How the model is trained.</summary>
public sealed record TrainingSpec(Loss Loss, LoadBalance LoadBalance, NumberSpec LoadBalanceWeight);
