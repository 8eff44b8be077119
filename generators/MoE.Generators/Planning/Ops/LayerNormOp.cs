namespace MoE.Generators.Planning;

/// <summary>LayerNorm with weight and bias.</summary>
internal sealed record LayerNormOp(BufferPlan Source, BufferPlan Target, int WeightOffset, int BiasOffset) : OpPlan(Source, Target);
