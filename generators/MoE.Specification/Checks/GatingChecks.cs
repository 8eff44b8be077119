using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace MoE.Specification;

/// <summary>Whether there is one gating, and whether the rest of the declaration goes with it: MOE0104, MOE0105, MOE0114.</summary>
internal static class GatingChecks
{
    public static IEnumerable<Finding> Of(ModelSpec model)
    {
        (GatingSpec Spec, FindingPlace Place)[] gatings = [.. Places.Of<GatingSpec>(model)];
        foreach ((GatingSpec gating, FindingPlace place) in gatings.Where(gating => gating.Spec.Attribute != gatings[0].Spec.Attribute))
            yield return new Finding(
                RuleIds.SeveralGatings, place, ImmutableArray.Create(model.Declaration.Name, AttributeNames.Short(gatings[0].Spec), AttributeNames.Short(gating)));

        GatingSpec router = model.Router;
        if (router.TakesOneExpert && model.TopK > 1)
            yield return new Finding(
                RuleIds.OneExpertGating, Places.Model("TopK"), ImmutableArray.Create(model.TopK.ToString(CultureInfo.InvariantCulture), AttributeNames.Short(router)));
        foreach (FindingPlace ignored in router.Ignored(model))
            yield return new Finding(RuleIds.IgnoredByGating, ignored, ImmutableArray.Create(AttributeNames.Short(router), ignored.Argument!, "gating"));
        if (model.Mixture.SparseInputs && !model.TakesSparseRows && model.Block is { } block)
            yield return new Finding(RuleIds.IgnoredByGating, Places.Model("SparseInputs"), ImmutableArray.Create(AttributeNames.Short(block), "SparseInputs", "block"));
    }
}
