using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>[ExpertChoiceGating]: each expert takes its best rows of a call.</summary>
internal static class ExpertChoiceGatePlanner
{
    public static GatePlan Plan(ExpertChoiceGatingSpec spec, GateSite site)
    {
        LogitLayer logits = LogitLayer.Plan(site, spec.Bias, temperature: 1);
        return new GatePlan(
            $"{logits.Describe("1")}, each takes its best rows, {spec.ExpertsPerRow} experts for a row in the mean",
            $"each of {site.Experts} takes its best rows, weighed by their probabilities",
            logits.Layer,
            logits.Tensors,
            logits.Floats,
            new RouterPlan("ExpertChoiceRouter", [("experts", site.Experts), ("expertsPerRow", ExactNumber.Of(spec.ExpertsPerRow))]),
            RowsSeeEachOther: true);
    }
}
