namespace MoE.Generators.Planning;

/// <summary>An activation that is a pass of its own.</summary>
internal sealed record ActivationOp(BufferPlan Source, BufferPlan Target, Activation Activation) : OpPlan(Source, Target)
{
    public override bool IsInPlace => true;
}
