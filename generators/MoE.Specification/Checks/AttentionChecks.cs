using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace MoE.Specification;

/// <summary>Whether the heads of attention share the width and the keys: MOE0132.</summary>
internal static class AttentionChecks
{
    public static IEnumerable<Finding> Of(ModelSpec model)
    {
        // What is below one is another rule's.
        if (model.Backbone is not { Width: >= 1 and var width } || model.Mixer is not AttentionMixerSpec { Heads: >= 1 and var heads } attention)
            yield break;
        if (attention.KeyValueHeads >= 1 && heads % attention.KeyValueHeads != 0)
            yield return Unfit("KeyValueHeads", $"KeyValueHeads is {attention.KeyValueHeads}, which does not divide the {heads} heads into equal groups");
        if (attention.HeadSize == 0 && width % heads != 0)
            yield return Unfit("heads", $"heads is {heads}, which does not divide the width of {width}: say HeadSize, or take another number");
        else if (attention.HeadSize >= 0 && attention.SizeOfHead(width) % 2 != 0 && attention.RotaryBase.Value > 0)
            yield return Unfit(
                attention.HeadSize == 0 ? "heads" : "HeadSize",
                $"a head has {attention.SizeOfHead(width)} value(s), but rotary positions turn pairs of them: make it even, or set RotaryBase to 0");
    }

    private static Finding Unfit(string argument, FormattableString reason) =>
        new(RuleIds.HeadsDoNotFit, new FindingPlace(AttentionMixerSpec.Table.Name, 0, argument), ImmutableArray.Create(FormattableString.Invariant(reason)));
}
