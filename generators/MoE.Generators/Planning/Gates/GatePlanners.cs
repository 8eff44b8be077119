using System;
using System.Collections.Generic;
using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>The planner of each gating; a new one is a line here.</summary>
internal static class GatePlanners
{
    private static readonly Dictionary<Type, Func<GatingSpec, GateSite, GatePlan>> s_planners = new()
    {
        [typeof(SoftmaxGatingSpec)] = (spec, site) => SoftmaxGatePlanner.Plan((SoftmaxGatingSpec)spec, site),
        [typeof(SwitchGatingSpec)] = (spec, site) => SwitchGatePlanner.Plan((SwitchGatingSpec)spec, site),
        [typeof(HashGatingSpec)] = (spec, site) => HashGatePlanner.Plan(site),
        [typeof(SoftGatingSpec)] = (spec, site) => SoftGatePlanner.Plan((SoftGatingSpec)spec, site),
        [typeof(SigmoidGatingSpec)] = (spec, site) => SigmoidGatePlanner.Plan((SigmoidGatingSpec)spec, site),
        [typeof(ExpertChoiceGatingSpec)] = (spec, site) => ExpertChoiceGatePlanner.Plan((ExpertChoiceGatingSpec)spec, site),
        [typeof(SlotGatingSpec)] = (spec, site) => SlotGatePlanner.Plan((SlotGatingSpec)spec, site),
        [typeof(CustomGatingSpec)] = (spec, site) => CustomGatePlanner.Plan((CustomGatingSpec)spec, site),
    };

    public static GatePlan Plan(GatingSpec spec, GateSite site) => s_planners[spec.GetType()](spec, site);
}
