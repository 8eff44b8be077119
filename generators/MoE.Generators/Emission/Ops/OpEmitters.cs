using System;
using System.Collections.Generic;
using System.Linq;
using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Ops;

/// <summary>The emitter of each kind of op; a new one is a line here.</summary>
internal static class OpEmitters
{
    private static readonly Dictionary<Type, OpEmitter> s_emitters = new OpEmitter[]
    {
        new LinearOpEmitter(),
        new ActivationOpEmitter(),
        new GatedUnitOpEmitter(),
        new LayerNormOpEmitter(),
        new DropoutOpEmitter(),
        new SigmoidScaleOpEmitter(),
        new ShareInputOpEmitter(),
        new SoftmaxOpEmitter(),
        new ForestOpEmitter(),
        new CustomOpEmitter(),
        new NestedOpEmitter(),
        new SequenceOpEmitter(),
    }.ToDictionary(emitter => emitter.Op);

    public static OpEmitter Of(OpPlan op) => s_emitters[op.GetType()];
}
