using System.Collections.Generic;

namespace MoE.Specification;

/// <summary>Where the parts of a specification were declared.</summary>
internal static class Places
{
    public static FindingPlace Model(string? argument = null) => new(AttributeNames.MixtureOfExperts, 0, argument);

    public static FindingPlace Gating(int index, string argument) => new(AttributeNames.SoftmaxGating, index, argument);

    public static FindingPlace Training(string argument) => new(AttributeNames.Training, 0, argument);

    /// <summary>The experts, each with a place: its number among the attributes of its own type.</summary>
    public static IEnumerable<(ExpertSpec Expert, FindingPlace Place)> Experts(ModelSpec model)
    {
        Dictionary<string, int> seen = [];
        foreach (ExpertSpec expert in model.Experts)
        {
            seen.TryGetValue(expert.Attribute, out int occurrence);
            seen[expert.Attribute] = occurrence + 1;
            yield return (expert, new FindingPlace(expert.Attribute, occurrence));
        }
    }
}
