using System.Globalization;
using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>[RandomForestExpert]: a forest of the library, whose nodes lie with it.</summary>
internal static class RandomForestPlanner
{
    public static ExpertPlan Plan(RandomForestExpertSpec spec, ExpertSite site)
    {
        string depth = spec.MaxDepth == 0 ? "of any depth" : "of depth " + spec.MaxDepth.ToString(CultureInfo.InvariantCulture);
        return new ExpertPlan(
            site.Name,
            string.Format(CultureInfo.InvariantCulture, "forest of {0} trees {1}: {2} -> {3}", spec.Trees, depth, site.Input.Width, site.Output.Width),
            site.Input,
            site.Output,
            [new ForestOp(site.Input, site.Output)],
            [],
            Size: 0)
        {
            Part = new PartPlan(
                "global::MoE.Experts.Forests.ForestExpert",
                string.Format(
                    CultureInfo.InvariantCulture,
                    "new global::MoE.Experts.Forests.ForestShape(Inputs: {0}, Outputs: {1}, Trees: {2}, MaxDepth: {3}, MinSamplesLeaf: {4}, MaxFeatures: {5}, IsClassification: {6})",
                    site.Input.Width, site.Output.Width, spec.Trees, spec.MaxDepth, spec.MinSamplesLeaf, spec.MaxFeatures, site.IsClassifier ? "true" : "false"),
                HoldsState: true),
        };
    }
}
