using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace MoE.Specification;

/// <summary>Whether a row can be added to what the mixture makes of it: MOE0134.</summary>
internal static class ResidualBlockChecks
{
    public static IEnumerable<Finding> Of(ModelSpec model)
    {
        if (model.ResidualBlock is null)
            yield break;
        if (model.Backbone is not null)
            yield return Unfit($"'{model.Declaration.Name}' has a backbone, whose layers have residuals of their own: leave [ResidualBlock] out");
        else if (model.IsSequence)
            yield return Unfit($"it takes each row by itself, but [MambaExpert] sees a sequence: use [Backbone], whose layers have residuals of their own");
        else if (model.RowOutputs > 0 && model.RowOutputs != model.Inputs)
            yield return Unfit($"it adds a row to what the mixture makes of it, but rows have {model.Inputs} inputs and {model.RowOutputs} outputs: make them equal");
    }

    private static Finding Unfit(FormattableString reason) =>
        new(RuleIds.ResidualBlockDoesNotFit, new FindingPlace(ResidualBlockSpec.Table.Name), ImmutableArray.Create(FormattableString.Invariant(reason)));
}
