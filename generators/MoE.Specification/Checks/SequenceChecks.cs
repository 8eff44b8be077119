using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace MoE.Specification;

/// <summary>What it means that rows are steps: MOE0135, and whether no step looks ahead: MOE0136.</summary>
internal static class SequenceChecks
{
    public static IEnumerable<Finding> Of(ModelSpec model)
    {
        if (!model.IsSequence)
            yield break;
        if (model.Backbone is null)
            yield return new Finding(
                RuleIds.CallIsSequence, new FindingPlace(MambaExpertSpec.Table.Name), ImmutableArray.Create(model.Declaration.Name));
        foreach ((GatingSpec gating, FindingPlace place) in Places.Of<GatingSpec>(model).Where(gating => gating.Spec.RowsSeeEachOther))
            yield return LooksAhead(place, $"[{AttributeNames.Short(gating)}] routes a row by all rows of a call, later ones too");
        if (DropsByRows(model))
            yield return LooksAhead(Places.Model("CapacityScope"), "with CapacityScope.Always it depends on the rows behind a row whether it is dropped");
        foreach ((ExpertSpec expert, FindingPlace place) in Places.Experts(model))
            if (expert is NestedExpertSpec { Model: { IsSequence: false } inner } nested && SeeEachOther(inner))
                yield return LooksAhead(place with { Argument = "TExpert" }, $"the rows of '{nested.ModelName}' see each other");

        Finding LooksAhead(FindingPlace place, string reason) =>
            new(RuleIds.SeesLaterRows, place, ImmutableArray.Create(model.Declaration.Name, reason));
    }

    private static bool SeeEachOther(ModelSpec model) =>
        model.RowsSeeEachOther || DropsByRows(model) || model.Experts.Any(expert => expert is NestedExpertSpec { Model: { } inner } && SeeEachOther(inner));

    private static bool DropsByRows(ModelSpec model) =>
        model.Mixture.CapacityScope == CapacityScope.Always && model.CapacityFactor.Value > 0 && model.Router.HeedsCapacity;
}
