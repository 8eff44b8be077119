using System.Globalization;
using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>[Expert] of the user's own type: an instance for each expert, and floats of the model's that belong to it.</summary>
internal static class CustomExpertPlanner
{
    public static ExpertPlan Plan(CustomExpertSpec spec, ExpertSite site)
    {
        CustomTypeSpec type = spec.Type!;
        TensorPlan parameters = TensorPlan.Vector("parameters", spec.ParameterCount, 0, start: 0) with { FanIn = site.Input.Width, IsTrained = spec.IsTrained };
        return new ExpertPlan(
            site.Name,
            string.Format(CultureInfo.InvariantCulture, "{0}: {1} -> {2}", type.ShortName, site.Input.Width, site.Output.Width),
            site.Input,
            site.Output,
            [new CustomOp(site.Input, site.Output, type.ShortName, spec.ParameterCount, spec.IsTrained)],
            spec.ParameterCount > 0 ? [parameters] : [],
            Padding.RoundUp(spec.ParameterCount, Padding.Line))
        {
            Part = new PartPlan(type.TypeName, "", type.IsSaved),
        };
    }
}
