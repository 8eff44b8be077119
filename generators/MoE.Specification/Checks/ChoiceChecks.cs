using System.Collections.Generic;
using System.Collections.Immutable;

namespace MoE.Specification;

/// <summary>Whether the router has something to choose, and learns it: MOE0207, MOE0208, MOE0210.</summary>
internal static class ChoiceChecks
{
    public static IEnumerable<Finding> Of(ModelSpec model)
    {
        if (model.ExpertCount == 1)
            yield return new Finding(RuleIds.SingleExpert, Places.Model(), ImmutableArray.Create(model.Declaration.Name));
        else if (model.TopK == model.ExpertCount && model.Router.HeedsTopK)
            yield return new Finding(RuleIds.AllExperts, Places.Model("TopK"), ImmutableArray<string>.Empty);
        if (model.ExpertCount > 1 && model.TopK == 1 && model.Training is not null && model.Router.WeighsOverSelected)
            yield return new Finding(RuleIds.OneWeight, new FindingPlace(model.Router.Attribute, 0, "Weighting"), ImmutableArray<string>.Empty);
    }
}
