using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace MoE.Specification;

/// <summary>How many experts there are and how many a row takes: MOE0101, MOE0102, MOE0103.</summary>
internal static class TopKChecks
{
    public static IEnumerable<Finding> Of(ModelSpec model)
    {
        string topK = model.TopK.ToString(CultureInfo.InvariantCulture);
        if (model.TopK < 1)
            yield return new Finding(RuleIds.TopKBelowOne, Places.Model("TopK"), ImmutableArray.Create(topK));
        if (model.Experts.Count == 0)
        {
            yield return new Finding(
                RuleIds.NoExpert, Places.Model(), ImmutableArray.Create(model.Declaration.Name));
            yield break;
        }

        // A count below one is the fault then, not TopK.
        if (model.Experts.Any(expert => expert.Count < 1))
            yield break;
        long experts = model.ExpertCount;
        if (model.TopK > experts && model.Router.HeedsTopK)
            yield return new Finding(
                RuleIds.TopKExceedsExperts,
                Places.Model("TopK"),
                ImmutableArray.Create(topK, experts.ToString(CultureInfo.InvariantCulture)));
    }
}
