namespace MoE.Generators.Planning;

/// <summary>Where a gate stands: what it reads, how many experts it chooses from, and whether it is trained.</summary>
internal sealed record GateSite(BufferPlan Input, int Experts, int TopK, bool IsTrained);
