namespace MoE.Generators.Planning;

/// <summary>Where a gate stands: what it reads, what its mixture writes, how many experts it chooses from, and whether it is trained.</summary>
internal sealed record GateSite(BufferPlan Input, BufferPlan Output, int Experts, int TopK, bool IsTrained)
{
    /// <summary>Whether its way back goes on to what it read.</summary>
    public bool NeedsInputGradient { get; init; }
}
