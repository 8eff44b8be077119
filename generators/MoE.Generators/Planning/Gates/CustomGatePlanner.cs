using System.Globalization;
using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>[Gating]: the user's network makes the logits, of which the best TopK are weighed by a softmax.</summary>
internal static class CustomGatePlanner
{
    public static GatePlan Plan(CustomGatingSpec spec, GateSite site)
    {
        CustomTypeSpec type = spec.Type!;
        int parameters = spec.ParameterCount;
        bool overAll = SoftmaxGatePlanner.IsOverAll(spec.Weighting, site.TopK);
        string summary = string.Format(CultureInfo.InvariantCulture, "{0}: {1} -> {2} logits", type.ShortName, site.Input.Width, site.Experts);
        TensorPlan tensor = TensorPlan.Vector("gate.parameters", parameters, 0, start: 0) with { FanIn = site.Input.Width, IsTrained = spec.IsTrained };
        return new GatePlan(
            $"gate {summary}, best {site.TopK}, softmax over {(overAll ? "all" : "the chosen")}",
            $"the best {site.TopK} of {site.Experts}, weighed by a softmax over {(overAll ? "all" : "the chosen ones")}",
            new NetworkGateLayer(summary, Padding.Stride(site.Experts), type.TypeName, parameters, spec.IsTrained),
            parameters > 0 ? [tensor] : [],
            Padding.RoundUp(parameters, Padding.Line),
            new RouterPlan("SoftmaxRouter", [("experts", site.Experts), ("topK", site.TopK), ("overAll", overAll)]));
    }
}
