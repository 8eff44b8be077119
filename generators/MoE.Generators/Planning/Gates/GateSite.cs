namespace MoE.Generators.Planning;

/// <summary>Where a gate stands: what it reads and how many experts it chooses from.</summary>
internal sealed record GateSite(BufferPlan Input, int Experts, int TopK);
