using System;
using System.Collections.Generic;
using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>The planner of each kind of mixer; a new one is a line here.</summary>
internal static class MixerPlanners
{
    private static readonly Dictionary<Type, Func<MixerSpec, BufferPlan, bool, MixerPlan>> s_planners = new()
    {
        [typeof(MambaMixerSpec)] = (spec, rows, isTrained) => MambaPlanner.Plan(((MambaMixerSpec)spec).Mamba, "Mixer", rows, rows, isTrained),
        [typeof(AttentionMixerSpec)] = (spec, rows, isTrained) => AttentionPlanner.Plan((AttentionMixerSpec)spec, rows, isTrained),
    };

    public static MixerPlan Plan(MixerSpec spec, BufferPlan rows, bool isTrained) => s_planners[spec.GetType()](spec, rows, isTrained);
}
