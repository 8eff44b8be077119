using System.Collections.Generic;
using System.Linq;

namespace MoE.Specification;

/// <summary>Where the parts of a specification were declared.</summary>
public static class Places
{
    public static FindingPlace Model(string? argument = null) => new(AttributeNames.MixtureOfExperts, 0, argument);

    public static FindingPlace Training(string argument) => new(AttributeNames.Training, 0, argument);

    /// <summary>The experts, each with its place.</summary>
    public static IEnumerable<(ExpertSpec Expert, FindingPlace Place)> Experts(ModelSpec model) => Of<ExpertSpec>(model);

    /// <summary>The attributes of a kind, each with a place: its number among the attributes of its own type.</summary>
    public static IEnumerable<(TSpec Spec, FindingPlace Place)> Of<TSpec>(ModelSpec model)
        where TSpec : AttributeSpec
    {
        Dictionary<string, int> seen = [];
        foreach (TSpec attribute in model.Attributes.OfType<TSpec>())
        {
            seen.TryGetValue(attribute.Attribute, out int occurrence);
            seen[attribute.Attribute] = occurrence + 1;
            yield return (attribute, new FindingPlace(attribute.Attribute, occurrence));
        }
    }
}
