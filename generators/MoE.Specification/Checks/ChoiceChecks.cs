using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace MoE.Specification;

/// <summary>Whether the enums in the attributes have values that are defined: MOE0121.</summary>
internal static class ChoiceChecks
{
    public static IEnumerable<Finding> Of(ModelSpec model) =>
        Choices(model)
            .Where(choice => !Enum.IsDefined(choice.Value.GetType(), choice.Value))
            .Select(choice => new Finding(
                RuleIds.UndefinedChoice,
                choice.Place,
                ImmutableArray.Create(choice.Place.Argument!, choice.Value.ToString("D"), choice.Value.GetType().Name)));

    private static IEnumerable<(Enum Value, FindingPlace Place)> Choices(ModelSpec model)
    {
        for (int i = 0; i < model.Gating.Count; i++)
            yield return (model.Gating[i].Weighting, Places.Gating(i, "Weighting"));
        foreach ((ExpertSpec expert, FindingPlace place) in Places.Experts(model))
        {
            if (expert is FeedForwardExpertSpec feedForward)
                yield return (feedForward.Activation, place with { Argument = "Activation" });
            if (expert is GatedExpertSpec gated)
                yield return (gated.Activation, place with { Argument = "Activation" });
        }

        if (model.Training is { } training)
        {
            yield return (training.Loss, Places.Training("Loss"));
            yield return (training.LoadBalance, Places.Training("LoadBalance"));
        }
    }
}
