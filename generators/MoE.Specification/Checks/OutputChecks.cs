using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;

namespace MoE.Specification;

/// <summary>Whether the number of outputs is known, and known once: MOE0111, MOE0116.</summary>
internal static class OutputChecks
{
    public static IEnumerable<Finding> Of(ModelSpec model)
    {
        if (model.Outputs == 0 && model.Classifier is null)
            yield return new Finding(
                RuleIds.NoOutputs, Places.Model("outputs"), ImmutableArray.Create(model.Declaration.Name));
        if (model.Outputs > 0 && model.Classifier is { } classifier && classifier.Members.Count != model.Outputs)
            yield return new Finding(
                RuleIds.OutputsDisagree,
                Places.Model("outputs"),
                ImmutableArray.Create(
                    model.Outputs.ToString(CultureInfo.InvariantCulture),
                    classifier.EnumType.Replace("global::", ""),
                    classifier.Members.Count.ToString(CultureInfo.InvariantCulture)));
    }
}
