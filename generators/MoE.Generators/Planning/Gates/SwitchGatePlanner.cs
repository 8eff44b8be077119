using System.Collections.Generic;
using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>[SwitchGating]: the best of the logits, weighed by its probability among all.</summary>
internal static class SwitchGatePlanner
{
    public static GatePlan Plan(SwitchGatingSpec spec, GateSite site)
    {
        LogitLayer logits = LogitLayer.Plan(site, spec.Bias, spec.Temperature.Value);
        List<(string Name, object Value)> arguments = [("experts", site.Experts), ("topK", 1), ("overAll", true), .. logits.RouterArguments];
        if (spec.Jitter.Value > 0)
            arguments.Add(("jitter", spec.Jitter.Value));
        return new GatePlan(
            $"{logits.Describe(spec.Temperature.ToString())}, the best one, times its probability",
            $"the best of {site.Experts}, weighed by its probability among all",
            logits.Layer,
            logits.Tensors,
            logits.Floats,
            new RouterPlan("SoftmaxRouter", [.. arguments]));
    }
}
