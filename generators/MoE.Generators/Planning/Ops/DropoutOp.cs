namespace MoE.Generators.Planning;

/// <summary>Zeroes values while training; in place.</summary>
internal sealed record DropoutOp(BufferPlan Target, double Rate, int Position) : OpPlan(Target, Target)
{
    public override bool IsInPlace => true;
}
