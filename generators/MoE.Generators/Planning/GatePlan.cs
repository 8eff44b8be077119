using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>The router: a linear layer and what becomes of its logits.</summary>
/// <param name="OverAll">Whether the weights are the softmax over all experts, or over the chosen ones.</param>
/// <param name="TemperatureOffset">Where the learned temperature lies; -1 where it is fixed.</param>
/// <param name="Floats">Its parameters, padding included.</param>
internal sealed record GatePlan(LinearPlan Linear, SoftmaxGatingSpec Spec, bool OverAll, int TemperatureOffset, int Floats)
{
    public bool LearnsTemperature => TemperatureOffset >= 0;

    public static GatePlan Create(SoftmaxGatingSpec spec, int inputs, int inputStride, int experts, int topK)
    {
        LinearPlan linear = LinearPlan.Create(
            "Gate", FeedForwardPlanner.Describe(inputs, experts, false) + " logits", inputs, experts, spec.Bias, false, inputStride, Padding.Stride(experts));
        bool overAll = spec.Weighting == GateWeighting.OverAll || (spec.Weighting == GateWeighting.Auto && topK == 1);
        return spec.LearnTemperature
            ? new GatePlan(linear, spec, overAll, linear.Floats, checked(linear.Floats + Padding.Line))
            : new GatePlan(linear, spec, overAll, -1, linear.Floats);
    }
}
