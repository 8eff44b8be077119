using System;
using System.Collections.Generic;
using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>The planner of each kind of expert; a new one is a line here.</summary>
internal static class ExpertPlanners
{
    private static readonly Dictionary<Type, Func<ExpertSpec, ExpertSite, ExpertPlan>> s_planners = new()
    {
        [typeof(FeedForwardExpertSpec)] = (spec, site) => FeedForwardPlanner.Plan((FeedForwardExpertSpec)spec, site),
        [typeof(GatedExpertSpec)] = (spec, site) => GatedPlanner.Plan((GatedExpertSpec)spec, site),
        [typeof(MambaExpertSpec)] = (spec, site) => MambaExpertPlanner.Plan((MambaExpertSpec)spec, site),
        [typeof(RandomForestExpertSpec)] = (spec, site) => RandomForestPlanner.Plan((RandomForestExpertSpec)spec, site),
        [typeof(CustomExpertSpec)] = (spec, site) => CustomExpertPlanner.Plan((CustomExpertSpec)spec, site),
        [typeof(NestedExpertSpec)] = (spec, site) => NestedExpertPlanner.Plan((NestedExpertSpec)spec, site),
    };

    public static ExpertPlan Plan(ExpertSpec shape, ExpertSite site) => s_planners[shape.GetType()](shape, site);
}
