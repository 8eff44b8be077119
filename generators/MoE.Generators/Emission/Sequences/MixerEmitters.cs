using System;
using System.Collections.Generic;
using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Sequences;

/// <summary>Prints how each kind of mixer is made; a new one is a line here.</summary>
internal static class MixerEmitters
{
    private static readonly Dictionary<Type, Action<SourceWriter, MixerPlan, string>> s_emitters = new()
    {
        [typeof(MambaPlan)] = (writer, mixer, kernels) => MambaEmitter.Emit(writer, (MambaPlan)mixer, kernels),
        [typeof(AttentionPlan)] = (writer, mixer, kernels) => AttentionEmitter.Emit(writer, (AttentionPlan)mixer, kernels),
    };

    /// <summary>The expression, over several lines, with the semicolon.</summary>
    /// <param name="kernels">The class with the block's linear layers.</param>
    public static void Emit(SourceWriter writer, MixerPlan mixer, string kernels) => s_emitters[mixer.GetType()](writer, mixer, kernels);
}
