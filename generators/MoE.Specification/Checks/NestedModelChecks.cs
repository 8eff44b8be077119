using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;

namespace MoE.Specification;

/// <summary>Whether models fit as experts of this one: MOE0107, MOE0108, MOE0118.</summary>
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
            int innerOutputs = Outputs(inner), outputs = Outputs(model);
            if (inner.Inputs != model.Inputs)
                yield return Differs(place, nested, "InputSize", inner.Inputs, $"{model.Declaration.Name} has {Number(model.Inputs)} inputs");
            if (innerOutputs != outputs)
                yield return Differs(place, nested, "OutputSize", innerOutputs, $"{model.Declaration.Name} has {Number(outputs)} outputs");
            if (model.Training is not null && inner.Training is null)
                yield return new Finding(RuleIds.NestedModelNotTrained, place, ImmutableArray.Create(nested.ModelName, model.Declaration.Name));
        }
    }

    private static Finding Differs(FindingPlace place, NestedExpertSpec nested, string constant, int value, string but) =>
        new(RuleIds.CustomTypeSizes, place, ImmutableArray.Create(nested.ModelName, constant, Number(value), but));

    private static int Outputs(ModelSpec model) => model.Classifier?.Members.Count ?? model.Outputs;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
