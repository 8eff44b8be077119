using System.Collections.Generic;
using System.Collections.Immutable;

namespace MoE.Specification;

/// <summary>Whether weights are kept in a format that can be trained: MOE0119.</summary>
internal static class WeightFormatChecks
{
    public static IEnumerable<Finding> Of(ModelSpec model)
    {
        if (model.Training is not null && model.Mixture.WeightFormat != WeightFormat.Float32)
            yield return new Finding(
                RuleIds.WeightFormatTrained, Places.Model("WeightFormat"), ImmutableArray.Create(model.Declaration.Name, model.Mixture.WeightFormat.ToString()));
    }
}
