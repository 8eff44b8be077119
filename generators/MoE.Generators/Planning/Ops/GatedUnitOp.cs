namespace MoE.Generators.Planning;

/// <summary>h = act(gate) * up, from blocks of 16 gate values beside the 16 up values of the same columns.</summary>
/// <param name="Clamp">What gpt-oss does to both; null: nothing.</param>
internal sealed record GatedUnitOp(BufferPlan Source, BufferPlan Target, Activation Activation, ClampPlan? Clamp) : OpPlan(Source, Target)
{
    public override bool WritesGradient => true;
}
