using System.Collections.Generic;
using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>All that is decided about a model before a line of it is printed: a tree of blocks.</summary>
/// <param name="Root">The outermost block; its parameters are the model's.</param>
/// <param name="TopK">Experts that work on a row.</param>
internal sealed record ModelPlan(ModelSpec Spec, BlockPlan Root, int ExpertCount, int TopK)
{
    /// <summary>The layers that only training runs, where there is training.</summary>
    public IEnumerable<LinearPlan> TrainingLinears => Spec.Training is null ? [] : Root.TrainingLinears;

    /// <summary>One line, for the metadata of files.</summary>
    public string Declaration => Spec.Declaration.Name + ": " + Root.Summary;
}
