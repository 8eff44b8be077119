namespace MoE.Generators.Planning;

/// <summary>y = sigmoid(share) * x, with one share for each row.</summary>
internal sealed record SigmoidScaleOp(BufferPlan Source, BufferPlan Share, BufferPlan Target) : OpPlan(Source, Target);
