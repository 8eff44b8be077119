using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace MoE.Specification;

/// <summary>Whether there is a backbone with one mixer, and its layers and head make a model: MOE0130, MOE0131, MOE0133, MOE0137.</summary>
internal static class BackboneChecks
{
    private static readonly FindingPlace Attribute = new(BackboneSpec.Table.Name);

    public static IEnumerable<Finding> Of(ModelSpec model)
    {
        string name = model.Declaration.Name;
        (MixerSpec Spec, FindingPlace Place)[] mixers = [.. Places.Of<MixerSpec>(model)];
        foreach ((MixerSpec mixer, FindingPlace place) in mixers)
        {
            if (model.Backbone is null)
                yield return new Finding(RuleIds.BackboneAndMixer, place, ImmutableArray.Create(
                    name, $"has no layers for [{AttributeNames.Short(mixer)}] to mix in: add [Backbone(width, layers)]"));
            else if (mixer.Attribute != mixers[0].Spec.Attribute)
                yield return new Finding(RuleIds.SeveralMixers, place, ImmutableArray.Create(name, AttributeNames.Short(mixers[0].Spec)));
        }
        if (model.Backbone is not { } backbone)
            yield break;
        if (mixers.Length == 0)
            yield return new Finding(RuleIds.BackboneAndMixer, Attribute, ImmutableArray.Create(
                name, "has a backbone whose layers mix nothing: add [MambaMixer] or [AttentionMixer(heads)]"));
        // Without a layer the number of layers is the fault.
        if (backbone.MixtureEvery < 1 || (backbone.MixtureEvery > backbone.Layers && backbone.Layers >= 1))
            yield return new Finding(
                RuleIds.NoMixtureLayer, Attribute with { Argument = "MixtureEvery" }, ImmutableArray.Create(Number(backbone.MixtureEvery), Number(backbone.Layers)));
        if (!backbone.Head && backbone.Width >= 1 && model.RowOutputs >= 1 && backbone.Width != model.RowOutputs)
            yield return new Finding(
                RuleIds.HeadNeeded, Attribute with { Argument = "Head" }, ImmutableArray.Create(name, Number(backbone.Width), Number(model.RowOutputs)));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
