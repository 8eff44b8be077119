namespace MoE.Generators.Planning;

/// <summary>Nothing on the way forward; on the way back, at its end, what the shared expert's gate adds to the gradient of the rows that it read.</summary>
/// <param name="Share">The gate's output.</param>
/// <param name="Weight">Where the gate's weights lie, counted from the expert's first float.</param>
internal sealed record ShareInputOp(BufferPlan Source, BufferPlan Share, Placement Weight) : OpPlan(Source, Share)
{
    public override bool IsInPlace => true;

    public override bool WritesGradient => true;
}
