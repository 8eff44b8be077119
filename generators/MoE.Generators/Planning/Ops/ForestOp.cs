namespace MoE.Generators.Planning;

/// <summary>A random forest.</summary>
internal sealed record ForestOp(BufferPlan Source, BufferPlan Target) : OpPlan(Source, Target);
