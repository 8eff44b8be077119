namespace MoE.Generators.Planning;

/// <summary>y = x W^T + b, with ReLU where the plan fuses it.</summary>
/// <param name="Offset">Its parameters' place, counted from the expert's first float.</param>
/// <param name="Transposed">The layer that carries gradients back, or null for a first one whose inputs need none.</param>
internal sealed record LinearOp(BufferPlan Source, BufferPlan Target, LinearPlan Linear, int Offset, LinearPlan? Transposed)
    : OpPlan(Source, Target)
{
    /// <summary>Its columns that mean something: padding within a row costs nothing that anyone asked for.</summary>
    public int Columns { get; init; } = Linear.Outputs;

    /// <summary>Whether what it reads may be sparse rows.</summary>
    public bool ReadsSparseRows { get; init; }

    public override LinearPlan? Layer => Linear;

    public override LinearPlan? BackwardLayer => Transposed;

    public override bool WritesGradient => Transposed is not null;

    public override long MultiplyAdds => (long)Linear.Inputs * Columns;
}
