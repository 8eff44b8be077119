using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;

namespace MoE.Specification;

/// <summary>Whether the user's own router can be used, and was written for this model: MOE0107, MOE0109.</summary>
internal static class CustomGatingChecks
{
    public static IEnumerable<Finding> Of(ModelSpec model)
    {
        foreach ((CustomGatingSpec gating, FindingPlace attribute) in Places.Of<CustomGatingSpec>(model))
        {
            if (gating.Type is not { } type)
                continue;
            FindingPlace place = attribute with { Argument = "TGating" };
            if (type.Fault is { } fault)
                yield return new Finding(RuleIds.CustomType, place, ImmutableArray.Create(type.ShortName, "gating", model.Declaration.Name, fault));
            if (type.Constant("InputSize") is { } inputs && inputs != model.MixtureInputs)
                yield return Differs(place, type, "InputSize", inputs, MixtureSizes.Inputs(model));
            if (type.Constant("ExpertCount") is { } experts && experts != model.ExpertCount)
                yield return Differs(place, type, "ExpertCount", experts, $"{model.Declaration.Name} declares {Number(model.ExpertCount)} experts");
            if (gating.ParameterCount < 0)
                yield return Differs(place, type, "ParameterCount", gating.ParameterCount, "there cannot be fewer than 0 parameters");
        }
    }

    private static Finding Differs(FindingPlace place, CustomTypeSpec type, string constant, int value, string but) =>
        new(RuleIds.CustomTypeSizes, place, ImmutableArray.Create(type.ShortName, constant, Number(value), but));

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
