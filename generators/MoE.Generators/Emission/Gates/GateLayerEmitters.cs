using System;
using System.Collections.Generic;
using System.Linq;
using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Gates;

/// <summary>The emitter of each kind of layer that makes logits; a new one is a line here.</summary>
internal static class GateLayerEmitters
{
    private static readonly Dictionary<Type, GateLayerEmitter> s_emitters = new GateLayerEmitter[]
    {
        new LinearGateLayerEmitter(),
        new NetworkGateLayerEmitter(),
    }.ToDictionary(emitter => emitter.Layer);

    public static GateLayerEmitter Of(GateLayerPlan layer) => s_emitters[layer.GetType()];
}
