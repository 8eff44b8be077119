using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;

namespace MoE.Specification;

/// <summary>Whether models fit as experts of this one: MOE0107, MOE0108, MOE0109, MOE0118.</summary>
internal static class NestedModelChecks
{
    public static IEnumerable<Finding> Of(ModelSpec model)
    {
        foreach ((ExpertSpec expert, FindingPlace attribute) in Places.Experts(model))
        {
            if (expert is not NestedExpertSpec nested)
                continue;
            FindingPlace place = attribute with { Argument = "TExpert" };
            if (nested.Cycle is { } cycle)
                yield return new Finding(RuleIds.HierarchyCycle, place, ImmutableArray.Create(nested.ModelName, cycle));
            if (nested.Model is not { } inner)
                continue;
            if (inner.IsSequence)
            {
                yield return new Finding(RuleIds.CustomType, place, ImmutableArray.Create(
                    nested.ModelName, "expert", model.Declaration.Name, "it is a model of sequences, and a router sends it only some of their steps"));
                continue;
            }
            if (inner.ResidualBlock is not null)
            {
                yield return new Finding(RuleIds.CustomType, place, ImmutableArray.Create(
                    nested.ModelName, "expert", model.Declaration.Name, "it has a residual around its mixture: leave [ResidualBlock] out"));
                continue;
            }
            if (inner.Inputs != model.MixtureInputs)
                yield return Differs(place, nested, "InputSize", inner.Inputs, MixtureSizes.Inputs(model));
            if (inner.RowOutputs != model.MixtureOutputs)
                yield return Differs(place, nested, "OutputSize", inner.RowOutputs, MixtureSizes.Outputs(model));
            if (model.Training is not null && inner.Training is null)
                yield return new Finding(RuleIds.NestedModelNotTrained, place, ImmutableArray.Create(nested.ModelName, model.Declaration.Name));
        }
    }

    private static Finding Differs(FindingPlace place, NestedExpertSpec nested, string constant, int value, string but) =>
        new(RuleIds.CustomTypeSizes, place, ImmutableArray.Create(nested.ModelName, constant, Number(value), but));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
