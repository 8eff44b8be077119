namespace MoE.Specification;

/// <summary>Groups of neighbouring experts that limit a choice: only experts of the best ones are chosen.</summary>
/// <param name="Count">How many groups.</param>
/// <param name="Kept">How many of them stay.</param>
public sealed record GroupSpec(int Count, int Kept)
{
    /// <summary>The choice is free.</summary>
    public static GroupSpec None { get; } = new(1, 1);

    public bool IsLimit => Kept < Count;
}
