namespace MoE.Experts.Forests;

/// <summary>A question that parts the rows of a node: those whose rank is at most <see cref="Lower"/> go left.</summary>
/// <param name="Feature">What it asks for; -1: there is no question.</param>
/// <param name="Lower">The highest rank on the left.</param>
/// <param name="Higher">The lowest rank on the right.</param>
/// <param name="Score">How pure both sides are.</param>
internal readonly record struct Split(int Feature, int Lower, int Higher, double Score)
{
    public static Split None => new(-1, 0, 0, double.NegativeInfinity);
}
