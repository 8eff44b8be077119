using System;
using System.Collections.Generic;
using MoE.Generators.Emission.Kernels;
using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Blocks;

/// <summary>Prints each kind of block; a new kind is a line here.</summary>
internal static class BlockEmitters
{
    private static readonly Dictionary<Type, Action<SourceWriter, ModelPlan, BlockPlan>> s_emitters = new()
    {
        [typeof(BackbonePlan)] = (writer, model, block) => BackboneEmitter.Emit(writer, model, (BackbonePlan)block),
        [typeof(ResidualPlan)] = (writer, model, block) => ResidualEmitter.Emit(writer, model, (ResidualPlan)block),
        [typeof(MixturePlan)] = (writer, model, block) => EmitMixture(writer, model, (MixturePlan)block),
    };

    /// <summary>Every block of the model, those inside after those that hold them.</summary>
    public static void Emit(SourceWriter writer, ModelPlan model)
    {
        foreach (BlockPlan block in model.Blocks)
        {
            s_emitters[block.GetType()](writer, model, block);
            writer.Line();
        }
    }

    private static void EmitMixture(SourceWriter writer, ModelPlan model, MixturePlan mixture)
    {
        MixtureEmitter.Emit(writer, model, mixture);
        writer.Line();
        if (mixture.Training is { } training)
        {
            MixtureTrainingEmitter.Emit(writer, model, mixture, training);
            writer.Line();
        }
        KernelsEmitter.Emit(writer, mixture.Title(GeneratedFile.See(model)), GeneratedFile.ClassName(model, "Kernels" + mixture.Scope), mixture, mixture.Training is not null);
    }
}
