using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>How a mixture is trained beside its task.</summary>
internal sealed record TrainingPlan(LoadBalance Balance, double BalanceWeight, double RouterZLossWeight, double ExpertDropout)
{
    public static TrainingPlan? Of(ModelSpec spec) => spec.Training is not { } training ? null : new TrainingPlan(
        spec.Balance, spec.Balance == LoadBalance.None ? 0 : training.LoadBalanceWeight.Value, training.RouterZLossWeight.Value, training.ExpertDropout.Value);
}
