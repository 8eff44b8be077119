using System.Collections.Generic;
using System.Collections.Immutable;

namespace MoE.Specification;

/// <summary>Whether real numbers are in their range, and still are once they are float32: MOE0202 to MOE0205.</summary>
internal static class NumberChecks
{
    public static IEnumerable<Finding> Of(ModelSpec model)
    {
        if (!IsNotNegative(model.CapacityFactor))
            yield return Fault(RuleIds.CapacityFactor, Places.Model("CapacityFactor"), model.CapacityFactor);
        for (int i = 0; i < model.Gating.Count; i++)
        {
            NumberSpec temperature = model.Gating[i].Temperature;
            if (!(IsNotNegative(temperature) && (float)temperature.Value > 0))
                yield return Fault(RuleIds.Temperature, Places.Gating(i, "Temperature"), temperature);
        }

        foreach ((ExpertSpec expert, FindingPlace place) in Places.Experts(model))
        {
            if (expert is FeedForwardExpertSpec { Dropout: var dropout } && !(IsNotNegative(dropout) && (float)dropout.Value < 1))
                yield return Fault(RuleIds.Dropout, place with { Argument = "Dropout" }, dropout);
        }

        if (model.Training is { LoadBalanceWeight: var weight } && !IsNotNegative(weight))
            yield return Fault(RuleIds.LossWeight, Places.Training("LoadBalanceWeight"), weight);
    }

    private static bool IsNotNegative(NumberSpec number) => number.Value >= 0 && !float.IsInfinity((float)number.Value);

    private static Finding Fault(string rule, FindingPlace place, NumberSpec number) =>
        new(rule, place, ImmutableArray.Create(place.Argument!, number.ToString()));
}
