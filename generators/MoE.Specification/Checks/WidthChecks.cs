using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace MoE.Specification;

/// <summary>Whether widths fill the vectors: MOE0301.</summary>
internal static class WidthChecks
{
    // Floats of an AVX2 vector, the narrowest that kernels are emitted for.
    private const int Lanes = 8;

    public static IEnumerable<Finding> Of(ModelSpec model) =>
        from width in Widths(model)
        let rest = width.Value % Lanes
        where width.Value > 0 && rest != 0 && width.Value <= int.MaxValue - Lanes
        select new Finding(RuleIds.IdleLanes, width.Place, ImmutableArray.Create(Number(width.Value), Number(width.Value + Lanes - rest)));

    // Those that nothing else must agree with.
    private static IEnumerable<(int Value, FindingPlace Place)> Widths(ModelSpec model)
    {
        foreach ((ExpertSpec expert, FindingPlace place) in Places.Experts(model))
            foreach ((int value, int element) in expert.Widths)
                yield return (value, place with { Argument = "hidden", Element = element });
        if (model.Backbone is { } backbone)
            yield return (backbone.DenseHidden, new FindingPlace(BackboneSpec.Table.Name, 0, "DenseHidden"));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
