using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>[SoftGating]: every expert, weighed by a softmax over all.</summary>
internal static class SoftGatePlanner
{
    public static GatePlan Plan(SoftGatingSpec spec, GateSite site)
    {
        LogitLayer logits = LogitLayer.Plan(site, spec.Bias, spec.Temperature.Value);
        return new GatePlan(
            $"{logits.Describe(spec.Temperature.ToString())}, all of them, softmax",
            $"all {site.Experts}, weighed by a softmax",
            logits.Layer,
            logits.Tensors,
            logits.Floats,
            new RouterPlan("SoftRouter", [("experts", site.Experts), .. logits.RouterArguments]));
    }
}
