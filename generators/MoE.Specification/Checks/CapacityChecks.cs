using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;

namespace MoE.Specification;

/// <summary>What a limited capacity does: MOE0113, MOE0206.</summary>
internal static class CapacityChecks
{
    public static IEnumerable<Finding> Of(ModelSpec model)
    {
        int outputs = model.Classifier?.Members.Count ?? model.Outputs;
        if (model.Mixture.Overflow == Overflow.PassThrough && model.Router.HeedsCapacity && outputs > 0 && outputs != model.Inputs)
            yield return new Finding(
                RuleIds.PassThroughSizes, Places.Model("Overflow"), ImmutableArray.Create(Number(model.Inputs), Number(outputs)));
        if (model.CapacityFactor.Value is > 0 and < 1 && model.Router.HeedsCapacity)
            yield return new Finding(RuleIds.CapacityBelowOne, Places.Model("CapacityFactor"), ImmutableArray.Create(model.CapacityFactor.ToString()));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
