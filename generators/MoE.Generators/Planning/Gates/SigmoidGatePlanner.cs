using System.Collections.Generic;
using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>[SigmoidGating]: the best TopK by sigmoid score and bias, weighed by their scores.</summary>
internal static class SigmoidGatePlanner
{
    public static GatePlan Plan(SigmoidGatingSpec spec, GateSite site)
    {
        LogitLayer logits = LogitLayer.Plan(site, spec.Bias, temperature: 1);
        TensorPlan bias = TensorPlan.Vector("gate.e_score_correction_bias", site.Experts, logits.Floats, start: 0) with { IsTrained = false };
        List<(string Name, object Value)> arguments =
        [
            ("experts", site.Experts),
            ("topK", site.TopK),
            ("biasOffset", logits.Floats),
            ("balanceRate", (float)spec.BalanceRate.Value),
            ("scale", (float)spec.Scale.Value),
            ("normalize", spec.Normalize),
        ];
        if (spec.Groups.IsLimit)
            arguments.Add(("groups", new GroupPlan(site.Experts, spec.Groups, ScoreOfTwo: true)));
        string groups = GroupPlan.Describe(spec.Groups);
        return new GatePlan(
            $"{logits.Describe("1")}, best {site.TopK}{groups} by sigmoid and bias",
            $"the best {site.TopK} of {site.Experts}{groups} by sigmoid and bias, weighed by their sigmoids",
            logits.Layer,
            [.. logits.Tensors, bias],
            checked(logits.Floats + Padding.RoundUp(site.Experts, Padding.Line)),
            new RouterPlan("SigmoidRouter", [.. arguments]));
    }
}
