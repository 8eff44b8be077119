using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>How many assignments an expert takes.</summary>
/// <param name="Factor">Exactly what the user wrote.</param>
internal sealed record CapacityPlan(decimal Factor, int Minimum, Overflow Overflow, bool Always)
{
    /// <summary>Null where no expert can overflow: so it is with a factor that leaves each of them room for all rows.</summary>
    public static CapacityPlan? Of(ModelSpec spec, int topK, int experts)
    {
        NumberSpec factor = spec.CapacityFactor;
        bool always = spec.Mixture.CapacityScope == CapacityScope.Always;
        if (factor.Value == 0 || !spec.Router.HeedsCapacity || factor.Value * topK >= experts || (spec.Training is null && !always))
            return null;
        return new CapacityPlan(ExactNumber.Of(factor), spec.MinCapacity, spec.Mixture.Overflow, always);
    }
}
