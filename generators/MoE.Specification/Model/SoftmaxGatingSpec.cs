namespace MoE.Specification;

/// <summary>A linear router with a softmax.</summary>
public sealed record SoftmaxGatingSpec(NumberSpec Temperature, bool LearnTemperature, bool Bias, GateWeighting Weighting)
{
    /// <summary>What a model without a gating attribute gets.</summary>
    public static SoftmaxGatingSpec Default { get; } = new(1.0, false, true, GateWeighting.Auto);
}
