using Microsoft.CodeAnalysis;

namespace MoE.Specification;

/// <summary>The full metadata names of the declaration attributes, which is how they are recognised.</summary>
public static class AttributeNames
{
    public const string MixtureOfExperts = "MoE.MixtureOfExpertsAttribute";
    public const string SoftmaxGating = "MoE.SoftmaxGatingAttribute";
    public const string FeedForwardExpert = "MoE.FeedForwardExpertAttribute";
    public const string GatedExpert = "MoE.GatedExpertAttribute";
    public const string Classifier = "MoE.ClassifierAttribute`1";
    public const string Training = "MoE.TrainingAttribute";

    /// <summary>The name above that the attribute has, or null where it is not one of ours.</summary>
    public static string? Of(AttributeData attribute) => Of(attribute.AttributeClass);

    /// <summary>The name above that the attribute's class has, or null where it is not one of ours.</summary>
    public static string? Of(INamedTypeSymbol? attribute)
    {
        if (attribute?.OriginalDefinition is not
            { ContainingType: null, ContainingNamespace: { Name: "MoE", ContainingNamespace.IsGlobalNamespace: true } } type)
            return null;
        return type.MetadataName switch
        {
            "MixtureOfExpertsAttribute" => MixtureOfExperts,
            "SoftmaxGatingAttribute" => SoftmaxGating,
            "FeedForwardExpertAttribute" => FeedForwardExpert,
            "GatedExpertAttribute" => GatedExpert,
            "ClassifierAttribute`1" => Classifier,
            "TrainingAttribute" => Training,
            _ => null,
        };
    }

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
