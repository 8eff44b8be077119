using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;

namespace MoE.Specification;

/// <summary>What a limited capacity does: MOE0113, MOE0206.</summary>
internal static class CapacityChecks
{
    public static IEnumerable<Finding> Of(ModelSpec model)
    {
        if (model.Mixture.Overflow == Overflow.PassThrough && model.Router.HeedsCapacity && model.MixtureOutputs > 0 && model.MixtureOutputs != model.MixtureInputs)
            yield return new Finding(
                RuleIds.PassThroughSizes, Places.Model("Overflow"), ImmutableArray.Create(Number(model.MixtureInputs), Number(model.MixtureOutputs)));
        if (model.CapacityFactor.Value is > 0 and < 1 && model.Router.HeedsCapacity)
            yield return new Finding(RuleIds.CapacityBelowOne, Places.Model("CapacityFactor"), ImmutableArray.Create(model.CapacityFactor.ToString()));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
