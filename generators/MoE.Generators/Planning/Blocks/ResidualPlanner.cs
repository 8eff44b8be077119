using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>[ResidualBlock] around the mixture of the model.</summary>
internal static class ResidualPlanner
{
    /// <summary>What tells the mixture's class from that of a model that is nothing but a mixture.</summary>
    public const string Scope = "_Inside";

    public static ResidualPlan Plan(ModelSpec spec, ResidualBlockSpec block, BufferPlan input, BufferPlan output) =>
        new(new NormPlan(block.Norm, block.NormEpsilon.Value, input), MixturePlanner.Plan(spec, input, output, Scope, isInside: true));
}
