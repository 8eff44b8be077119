namespace MoE.Generators.Planning;

/// <summary>One step of an expert, from one buffer to another; each kind has an emitter for forward and one for backward.</summary>
internal abstract record OpPlan(BufferPlan Source, BufferPlan Target);

/// <summary>y = x W^T + b, with ReLU where the plan fuses it.</summary>
/// <param name="Offset">Its parameters' place, counted from the expert's first float.</param>
/// <param name="Transposed">The layer that carries gradients back, or null for the first one: inputs need none.</param>
internal sealed record LinearOp(BufferPlan Source, BufferPlan Target, LinearPlan Linear, int Offset, LinearPlan? Transposed)
    : OpPlan(Source, Target);

/// <summary>An activation that is a pass of its own.</summary>
internal sealed record ActivationOp(BufferPlan Source, BufferPlan Target, Activation Activation) : OpPlan(Source, Target);

/// <summary>h = act(gate) * up, from blocks of 16 gate values beside the 16 up values of the same columns.</summary>
internal sealed record GatedUnitOp(BufferPlan Source, BufferPlan Target, Activation Activation) : OpPlan(Source, Target);

/// <summary>LayerNorm with weight and bias.</summary>
internal sealed record LayerNormOp(BufferPlan Source, BufferPlan Target, int WeightOffset, int BiasOffset) : OpPlan(Source, Target);

/// <summary>Zeroes values while training; in place.</summary>
internal sealed record DropoutOp(BufferPlan Target, double Rate, int Layer) : OpPlan(Target, Target);
