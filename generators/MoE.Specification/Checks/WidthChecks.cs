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
        from expert in Places.Experts(model)
        from width in expert.Expert.Widths
        let rest = width.Value % Lanes
        where width.Value > 0 && rest != 0 && width.Value <= int.MaxValue - Lanes
        select new Finding(
            RuleIds.IdleLanes,
            expert.Place with { Argument = "hidden", Element = width.Element },
            ImmutableArray.Create(Number(width.Value), Number(width.Value + Lanes - rest)));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
