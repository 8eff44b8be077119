using System;
using System.Collections.Generic;
using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Blocks;

/// <summary>Prints each kind of block; a new kind is a line here.</summary>
internal static class BlockEmitters
{
    private static readonly Dictionary<Type, Action<SourceWriter, ModelPlan, BlockPlan>> s_emitters = new()
    {
        [typeof(MixturePlan)] = (writer, model, block) => EmitMixture(writer, model, (MixturePlan)block),
    };

    public static void Emit(SourceWriter writer, ModelPlan model) => s_emitters[model.Root.GetType()](writer, model, model.Root);

    private static void EmitMixture(SourceWriter writer, ModelPlan model, MixturePlan mixture)
    {
        MixtureEmitter.Emit(writer, model, mixture);
        if (model.Spec.Training is null)
            return;
        writer.Line();
        MixtureTrainingEmitter.Emit(writer, model, mixture);
    }
}
