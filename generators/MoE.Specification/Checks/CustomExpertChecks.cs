using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;

namespace MoE.Specification;

/// <summary>Whether experts of the user's own types can be used, and were written for this model: MOE0107, MOE0109.</summary>
internal static class CustomExpertChecks
{
    public static IEnumerable<Finding> Of(ModelSpec model)
    {
        foreach ((ExpertSpec expert, FindingPlace attribute) in Places.Experts(model))
        {
            if (expert is not CustomExpertSpec { Type: { } type } custom)
                continue;
            FindingPlace place = attribute with { Argument = "TExpert" };
            if (type.Fault is { } fault)
            {
                yield return new Finding(RuleIds.CustomType, place, ImmutableArray.Create(type.ShortName, "expert", model.Declaration.Name, fault));
                continue;
            }
            foreach (Finding finding in Sizes(place, type, "InputSize", model.MixtureInputs, MixtureSizes.Inputs(model)))
                yield return finding;
            foreach (Finding finding in Sizes(place, type, "OutputSize", model.MixtureOutputs, MixtureSizes.Outputs(model)))
                yield return finding;
            if (custom.ParameterCount < 0)
                yield return Differs(place, type, "ParameterCount", Number(custom.ParameterCount), "there cannot be fewer than 0 parameters");
        }
    }

    private static IEnumerable<Finding> Sizes(FindingPlace place, CustomTypeSpec type, string constant, int expected, string but)
    {
        int? declared = type.Constant(constant);
        if (declared != expected)
            yield return Differs(place, type, constant, declared is { } value ? Number(value) : "not declared", but);
    }

    private static Finding Differs(FindingPlace place, CustomTypeSpec type, string constant, string value, string but) =>
        new(RuleIds.CustomTypeSizes, place, ImmutableArray.Create(type.ShortName, constant, value, but));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
