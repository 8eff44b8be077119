using System.Collections.Generic;
using System.Collections.Immutable;

namespace MoE.Specification;

/// <summary>Whether the loss can be computed from the targets: MOE0117.</summary>
internal static class LossChecks
{
    public static IEnumerable<Finding> Of(ModelSpec model)
    {
        if (model.Training is not { } training)
            yield break;
        if (model.Classifier is not null && training.Loss == Loss.MeanSquared)
            yield return Unfit("MeanSquared compares numbers, but a classifier has labels: use CrossEntropy or Auto");
        if (model.Classifier is null && training.Loss == Loss.CrossEntropy)
            yield return Unfit("CrossEntropy needs labels, but the model is no classifier: add [Classifier<TEnum>] or use MeanSquared");
    }

    private static Finding Unfit(string reason) =>
        new(RuleIds.LossDoesNotFit, Places.Training("Loss"), ImmutableArray.Create(reason));
}
