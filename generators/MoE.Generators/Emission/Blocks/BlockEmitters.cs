using System;
using System.Collections.Generic;
using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Blocks;

/// <summary>The files of each kind of block, each with the end of its name; a new kind is a line here.</summary>
internal static class BlockEmitters
{
    private static readonly Dictionary<Type, Func<ModelPlan, BlockPlan, IEnumerable<(string Suffix, string Text)>>> s_emitters = new()
    {
        [typeof(MixturePlan)] = (model, block) => MixtureFiles(model, (MixturePlan)block),
    };

    public static IEnumerable<(string Suffix, string Text)> Files(ModelPlan model) => s_emitters[model.Root.GetType()](model, model.Root);

    private static IEnumerable<(string Suffix, string Text)> MixtureFiles(ModelPlan model, MixturePlan mixture)
    {
        yield return ("Mixture", MixtureEmitter.Emit(model, mixture));
        if (model.Spec.Training is not null)
            yield return ("Training", MixtureTrainingEmitter.Emit(model, mixture));
    }
}
