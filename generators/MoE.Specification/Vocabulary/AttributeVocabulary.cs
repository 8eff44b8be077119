using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace MoE.Specification;

/// <summary>All attributes that declare a model. A new one is its class, its specification and a line here.</summary>
public static class AttributeVocabulary
{
    public static ImmutableArray<AttributeTable> All { get; } = ImmutableArray.Create(
        MixtureOfExpertsSpec.Table,
        FeedForwardExpertSpec.Table,
        GatedExpertSpec.Table,
        RandomForestExpertSpec.Table,
        MambaExpertSpec.Table,
        ExpertTypeArgument.Table,
        SharedExpertSpec.Table,
        SoftmaxGatingSpec.Table,
        SwitchGatingSpec.Table,
        HashGatingSpec.Table,
        SoftGatingSpec.Table,
        SigmoidGatingSpec.Table,
        ExpertChoiceGatingSpec.Table,
        SlotGatingSpec.Table,
        CustomGatingSpec.Table,
        ResidualBlockSpec.Table,
        BackboneSpec.Table,
        MambaMixerSpec.Table,
        AttentionMixerSpec.Table,
        ClassifierAttributeSpec.Table,
        TrainingSpec.Table);

    private static readonly Dictionary<string, AttributeTable> ByTypeName = All.ToDictionary(table => table.TypeName);

    /// <summary>The table of an attribute's class; null where it is not one of ours.</summary>
    public static AttributeTable? Of(INamedTypeSymbol? attribute) =>
        attribute?.OriginalDefinition is
            { ContainingType: null, ContainingNamespace: { Name: "MoE", ContainingNamespace.IsGlobalNamespace: true } } type
            && ByTypeName.TryGetValue(type.MetadataName, out AttributeTable table)
            ? table
            : null;
}
