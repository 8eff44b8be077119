using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using MoE.Specification;

namespace MoE.Analyzers.Tests.Mutations;

/// <summary>A model's attributes, a line each, drawn from the whole vocabulary: right one by one, and mostly together.</summary>
internal static class ModelTexts
{
    private static readonly AttributeTable[] Mixture = [.. AttributeVocabulary.All.Where(table => table.Default is MixtureOfExpertsSpec)];
    private static readonly AttributeTable[] Experts = [.. AttributeVocabulary.All.Where(table => table.Default is ExpertSpec)];
    private static readonly AttributeTable[] Gatings = [.. AttributeVocabulary.All.Where(table => table.Default is GatingSpec)];
    private static readonly AttributeTable[] Mixers = [.. AttributeVocabulary.All.Where(table => table.Default is MixerSpec)];
    private static readonly AttributeTable[] Backbone = [.. AttributeVocabulary.All.Where(table => table.Default is BackboneSpec)];
    private static readonly AttributeTable[] Block = [.. AttributeVocabulary.All.Where(table => table.Default is ResidualBlockSpec)];
    private static readonly AttributeTable[] Others = [.. AttributeVocabulary.All.Except([.. Mixture, .. Experts, .. Gatings, .. Mixers, .. Backbone, .. Block])];

    // Most models have none; a backbone comes with its mixer.
    private static readonly Gen<string[]> Around = Gen.Frequency(
        (4, Gen.Constant<string[]>([])),
        (1, Any(Block).ArrayOf(1)),
        (3, Any(Backbone).Zip(Any(Mixers)).Select(pair => new[] { pair.Item1, pair.Item2 })));

    public static Gen<string> Attributes { get; } =
        from mixture in Any(Mixture)
        from gating in Gen.OneOf(Gen.Constant(""), Any(Gatings))
        from count in Gen.Choose(1, 3)
        from experts in Any(Experts).ArrayOf(count)
        from around in Around
        from chosen in Gen.SubListOf(Others)
        from others in Gen.CollectToArray(chosen, AttributeTexts.Of)
        from order in Gen.Shuffle<string>([.. Some(gating), .. experts, .. around, .. others])
        select string.Join("\n", new[] { mixture }.Concat(order).Select(attribute => $"[{attribute}]"));

    private static Gen<string> Any(AttributeTable[] tables) => Gen.Elements(tables).SelectMany(AttributeTexts.Of);

    private static IEnumerable<string> Some(string attribute) => attribute.Length > 0 ? [attribute] : [];
}
