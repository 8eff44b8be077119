using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>A choice among the experts of the best groups.</summary>
/// <param name="ScoreOfTwo">A group's score: the sum of its two largest scores, or the largest.</param>
internal sealed record GroupPlan(int Experts, GroupSpec Groups, bool ScoreOfTwo)
{
    /// <summary>" from 2 of 4 groups"; nothing where the choice is free.</summary>
    public static string Describe(GroupSpec groups) => groups.IsLimit ? $" from {groups.Kept} of {groups.Count} groups" : "";
}
