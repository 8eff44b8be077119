using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace MoE.Specification;

/// <summary>Whether widths and counts are at least one: MOE0201.</summary>
internal static class SizeChecks
{
    public static IEnumerable<Finding> Of(ModelSpec model) =>
        Sizes(model)
            .Where(size => size.Value < 1)
            .Select(size => new Finding(
                RuleIds.SizeBelowOne,
                size.Place,
                ImmutableArray.Create(size.Place.Argument!, size.Value.ToString(CultureInfo.InvariantCulture))));

    private static IEnumerable<(int Value, FindingPlace Place)> Sizes(ModelSpec model)
    {
        yield return (model.Inputs, Places.Model("inputs"));
        // Zero means left out: another rule's matter.
        if (model.Outputs != 0)
            yield return (model.Outputs, Places.Model("outputs"));
        yield return (model.MinCapacity, Places.Model("MinCapacity"));
        foreach ((ExpertSpec expert, FindingPlace place) in Places.Experts(model))
        {
            FindingPlace hidden = place with { Argument = "hidden" };
            if (expert is FeedForwardExpertSpec feedForward)
            {
                for (int i = 0; i < feedForward.Hidden.Count; i++)
                    yield return (feedForward.Hidden[i], hidden with { Element = i });
            }

            if (expert is GatedExpertSpec gated)
                yield return (gated.Hidden, hidden);
            yield return (expert.Count, place with { Argument = "Count" });
        }
    }
}
