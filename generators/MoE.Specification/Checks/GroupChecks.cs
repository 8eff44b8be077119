using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace MoE.Specification;

/// <summary>Whether the groups that limit a choice hold enough experts: MOE0106.</summary>
internal static class GroupChecks
{
    public static IEnumerable<Finding> Of(ModelSpec model)
    {
        (int count, int kept) = (model.Router.Groups.Count, model.Router.Groups.Kept);
        long experts = model.ExpertCount;
        // What is below one is another rule's.
        if (count < 1 || kept < 1 || experts < 1)
            yield break;
        if (experts % count != 0)
            yield return Unfit(Gating(model, "GroupCount"), $"GroupCount is {count}, which does not divide the {experts} experts into equal groups");
        else if (kept > count)
            yield return Unfit(Gating(model, "GroupTopK"), $"GroupTopK is {kept}, but there are {count} groups");
        else if (kept < count && model.TopK > experts / count * kept)
            yield return Unfit(Places.Model("TopK"), $"TopK is {model.TopK}, but the {kept} groups that are kept hold {experts / count * kept} experts");
    }

    private static FindingPlace Gating(ModelSpec model, string argument) => new(model.Router.Attribute, 0, argument);

    private static Finding Unfit(FindingPlace place, FormattableString reason) =>
        new(RuleIds.GroupsDoNotFit, place, ImmutableArray.Create(FormattableString.Invariant(reason)));
}
