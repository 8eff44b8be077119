using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace MoE.Specification;

/// <summary>Whether what the experts say can be summed, and teaches the router: MOE0112, MOE0211.</summary>
internal static class MixingChecks
{
    public static IEnumerable<Finding> Of(ModelSpec model)
    {
        if (model.Classifier is not null)
        {
            if (model.IsMixturePart && model.Attributes.OfType<ClassifierAttributeSpec>().Last().Mixing == Mixing.Probabilities)
                yield return Unfit(model, "the mixture is a part of a block, which says logits: mix logits");
            if (!model.MixesProbabilities && !model.IsMixturePart && model.Experts.OfType<RandomForestExpertSpec>().Any())
                yield return Unfit(model, "a random forest says probabilities: mix probabilities");
            if (model.MixesProbabilities && model.SharedExpert is not null)
                yield return Unfit(model, "a shared expert is added to the sum, which is one of probabilities here: mix logits, or leave [SharedExpert] out");
            if (model.MixesProbabilities && model.CapacityFactor.Value > 0 && model.Mixture.Overflow == Overflow.PassThrough)
                yield return Unfit(model, "rows that pass through are no probabilities: mix logits, or let Overflow drop them");
        }
        // A router without a layer has nothing to learn.
        if (model.Training is not null && model.MixesProbabilities && model.Router.ExpertsOfRow(model.TopK, (int)Math.Min(int.MaxValue, model.ExpertCount)) == 1 && model.ExpertCount > 1 && model.Router.Layers(1, 1).Any())
            yield return new Finding(RuleIds.OneProbability, Places.Model("TopK"), ImmutableArray.Create(model.Declaration.Name));
    }

    private static Finding Unfit(ModelSpec model, string reason) => new(
        RuleIds.MixingDoesNotFit, new FindingPlace(ClassifierAttributeSpec.Table.Name, 0, "Mixing"), ImmutableArray.Create(model.Declaration.Name, reason));
}
