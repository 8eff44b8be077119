using System.Collections.Generic;
using System.Globalization;
using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>[SlotGating]: rows are mixed into slots, slots into rows.</summary>
internal static class SlotGatePlanner
{
    public static GatePlan Plan(SlotGatingSpec spec, GateSite site)
    {
        int slots = checked(site.Experts * spec.SlotsPerExpert);
        BufferPlan logits = BufferPlan.Of("logits", slots);
        LinearPlan similarity = LinearPlan.Create(
            "Slots", FeedForwardPlanner.Describe(site.Input.Width, slots, false) + " slots", site.Input.Width, slots, false, false, site.Input.Stride, logits.Stride);
        LinearPlan mixing = LinearPlan.Create(
            "Mixing", FeedForwardPlanner.Describe(slots, site.Output.Width, false) + ", the slots' outputs as weights", slots, site.Output.Width, false, false, logits.Stride, site.Output.Stride);
        LinearPlan back = FeedForwardPlanner.Transpose(mixing, site.Output, logits);
        int row = Padding.RoundUp(site.Input.Width, Padding.Line);
        int scale = checked(slots * row);
        TensorPlan centres = new("mu", [site.Input.Width, site.Experts, spec.SlotsPerExpert], new Placement(0, row, row, row), site.Input.Width, 0);
        List<(string Name, object Value)> arguments = [("experts", site.Experts), ("slotsPerExpert", spec.SlotsPerExpert), ("similarity", similarity), ("mixing", mixing)];
        if (site.IsTrained)
            arguments.Add(("mixingBack", back));
        string summary = string.Format(CultureInfo.InvariantCulture, "{0} slots, {1} for each of {2} experts", slots, spec.SlotsPerExpert, site.Experts);
        return new GatePlan(
            $"gate {summary}: rows are mixed into slots, slots into rows",
            summary,
            Layer: null,
            [centres, TensorPlan.Vector("scale", 1, scale, 1)],
            checked(scale + Padding.Line),
            new RouterPlan("SlotRouter", [.. arguments]),
            RowsSeeEachOther: true)
        {
            LogitStride = logits.Stride,
            BatchLayers = [similarity, mixing],
            TrainingLayers = site.IsTrained ? [back] : [],
            // Into the slots and out of them.
            MultiplyAdds = (long)slots * ((2 * site.Input.Width) + site.Output.Width),
            NeedsInputGradients = true,
        };
    }
}
