using System;
using Microsoft.CodeAnalysis;

namespace MoE.Specification;

/// <summary>The full metadata names of the declaration attributes, which is how they are recognised.</summary>
public static class AttributeNames
{
    /// <summary>The attribute that makes a class a model; a constant, for the compiler looks for it before anything is parsed.</summary>
    public const string MixtureOfExperts = "MoE.MixtureOfExpertsAttribute";

    public static string Training => TrainingSpec.Table.Name;

    /// <summary>The attribute's name in the vocabulary, or null where it is not one of ours.</summary>
    public static string? Of(AttributeData attribute) => Of(attribute.AttributeClass);

    /// <summary>The name in the vocabulary that the attribute's class has, or null where it is not one of ours.</summary>
    public static string? Of(INamedTypeSymbol? attribute) => AttributeVocabulary.Of(attribute)?.Name;

    /// <summary>As a user writes it: Gating of MoE.GatingAttribute`1.</summary>
    public static string Short(AttributeSpec attribute) =>
        attribute.Attribute.Substring("MoE.".Length, attribute.Attribute.LastIndexOf("Attribute", StringComparison.Ordinal) - "MoE.".Length);

    /// <summary>Whether the type carries [MixtureOfExperts].</summary>
    public static bool MarkModel(INamedTypeSymbol type) => IsOn(MixtureOfExperts, type);

    /// <summary>Whether the type carries the attribute of that name.</summary>
    public static bool IsOn(string name, INamedTypeSymbol type)
    {
        foreach (AttributeData attribute in type.GetAttributes())
            if (Of(attribute) == name)
                return true;
        return false;
    }
}
