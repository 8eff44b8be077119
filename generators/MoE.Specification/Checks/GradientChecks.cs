using System.Collections.Generic;
using System.Collections.Immutable;

namespace MoE.Specification;

/// <summary>Whether what lies in front of the experts can learn through them: MOE0122.</summary>
internal static class GradientChecks
{
    public static IEnumerable<Finding> Of(ModelSpec model)
    {
        if ((model.Router is SlotGatingSpec ? "mixes rows into slots" : model.IsMixturePart ? "has layers in front of the mixture" : null) is not { } front)
            yield break;
        foreach ((ExpertSpec expert, FindingPlace place) in Places.Experts(model))
        {
            if (model.IsMixturePart && expert is RandomForestExpertSpec)
                yield return Lost(place, "gives the mixture no targets, which a forest is grown on: use experts made of layers");
            else if (model.Training is not null && !expert.CarriesGradientsBack)
                yield return Lost(place, $"{front}, which learn through the experts that read them: forests, types of your own and other models pass no gradient on");
        }
        if (model.Training is null || !model.IsMixturePart)
            yield break;
        foreach ((_, FindingPlace place) in Places.Of<SlotGatingSpec>(model))
            yield return Lost(place, $"{front}, which learn through the router that reads them: slots pass no gradient on");
        foreach ((_, FindingPlace place) in Places.Of<CustomGatingSpec>(model))
            yield return Lost(place, $"{front}, which learn through the router that reads them: one of your own passes no gradient on");

        Finding Lost(FindingPlace place, string reason) =>
            new(RuleIds.ExpertWithoutGradient, place, ImmutableArray.Create(model.Declaration.Name, reason));
    }
}
