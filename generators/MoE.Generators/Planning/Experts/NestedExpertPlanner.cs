using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>[Expert] of another model: its mixture inside this one, with its parameters.</summary>
internal static class NestedExpertPlanner
{
    public static ExpertPlan Plan(NestedExpertSpec spec, ExpertSite site)
    {
        MixturePlan mixture = MixturePlanner.Plan(
            site.IsTrained ? spec.Model! : spec.Model!.WithoutTraining, BufferPlan.Of(ExpertPlan.InputName, site.Input.Width), BufferPlan.Of(ExpertPlan.OutputName, site.Output.Width), site.Scope + "_" + spec.ShapeName);
        return new ExpertPlan(site.Name, mixture.Summary, site.Input, site.Output, [new NestedOp(site.Input, site.Output, mixture)], mixture.Tensors, mixture.Size)
        {
            Part = new PartPlan(Type: "", Arguments: "", HoldsState: false),
        };
    }
}
