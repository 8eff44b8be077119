using System;
using System.Collections.Generic;
using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>The planner of each kind of expert; a new one is a line here.</summary>
internal static class ExpertPlanners
{
    private static readonly Dictionary<Type, Func<ExpertSpec, string, BufferPlan, BufferPlan, ExpertPlan>> s_planners = new()
    {
        [typeof(FeedForwardExpertSpec)] = (spec, name, input, output) => FeedForwardPlanner.Plan((FeedForwardExpertSpec)spec, name, input, output),
        [typeof(GatedExpertSpec)] = (spec, name, input, output) => GatedPlanner.Plan((GatedExpertSpec)spec, name, input, output),
    };

    /// <param name="name">The name of its methods, unique in the mixture.</param>
    public static ExpertPlan Plan(ExpertSpec shape, string name, BufferPlan input, BufferPlan output) => s_planners[shape.GetType()](shape, name, input, output);
}
