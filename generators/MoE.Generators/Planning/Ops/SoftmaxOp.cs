namespace MoE.Generators.Planning;

/// <summary>Logits to probabilities.</summary>
internal sealed record SoftmaxOp(BufferPlan Source, BufferPlan Target) : OpPlan(Source, Target);
