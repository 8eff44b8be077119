using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>[SoftmaxGating]: the best TopK of the logits, weighed by a softmax.</summary>
internal static class SoftmaxGatePlanner
{
    public static GatePlan Plan(SoftmaxGatingSpec spec, GateSite site)
    {
        LogitLayer logits = LogitLayer.Plan(site, spec.Bias, spec.Temperature.Value, spec.LearnTemperature);
        bool overAll = spec.Weighting == GateWeighting.OverAll || (spec.Weighting == GateWeighting.Auto && site.TopK == 1);
        return new GatePlan(
            $"{logits.Describe(spec.Temperature.ToString())}, best {site.TopK}, softmax over {(overAll ? "all" : "the chosen")}",
            $"the best {site.TopK} of {site.Experts}, weighed by a softmax over {(overAll ? "all" : "the chosen ones")}",
            logits.Linear,
            logits.Tensors,
            logits.Floats,
            new RouterPlan("SoftmaxRouter", [("experts", site.Experts), ("topK", site.TopK), ("overAll", overAll), .. logits.RouterArguments]));
    }
}
