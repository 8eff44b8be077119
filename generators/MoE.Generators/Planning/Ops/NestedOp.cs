namespace MoE.Generators.Planning;

/// <summary>Another mixture: rows to rows through a router and experts of its own.</summary>
internal sealed record NestedOp(BufferPlan Source, BufferPlan Target, MixturePlan Mixture) : OpPlan(Source, Target)
{
    public override BlockPlan? Inner => Mixture;

    public override long MultiplyAdds => Mixture.MultiplyAdds;
}
