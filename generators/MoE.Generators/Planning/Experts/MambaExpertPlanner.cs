using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>[MambaExpert]: a selective state space that sees every row of a sequence.</summary>
internal static class MambaExpertPlanner
{
    public static ExpertPlan Plan(MambaExpertSpec spec, ExpertSite site)
    {
        MambaPlan mamba = MambaPlanner.Plan(spec.Mamba, site.Name, site.Input, site.Output, site.IsTrained);
        return new ExpertPlan(site.Name, "Mamba, " + mamba.Summary, site.Input, site.Output, [new SequenceOp(site.Input, site.Output, mamba, "s_" + char.ToLowerInvariant(site.Name[0]) + site.Name.Substring(1))], mamba.Tensors, mamba.Floats);
    }
}
