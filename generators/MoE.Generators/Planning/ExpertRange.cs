namespace MoE.Generators.Planning;

/// <summary>Neighbouring experts of one kind, from one attribute.</summary>
/// <param name="First">The first one's index.</param>
/// <param name="Offset">Its first float in the parameter buffer; the others follow.</param>
/// <param name="Name">As declared; null for unnamed experts.</param>
internal sealed record ExpertRange(int First, int Count, int Offset, ExpertKindPlan Kind, string? Name);
