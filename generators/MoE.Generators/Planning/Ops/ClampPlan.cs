using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>act(alpha min(gate, limit)) / alpha * (clamp(up, -limit, limit) + offset).</summary>
internal sealed record ClampPlan(double Limit, double Alpha, double UpOffset)
{
    /// <summary>Null where it changes nothing.</summary>
    public static ClampPlan? Of(GatedExpertSpec spec) => spec.Limit.Value == 0 && spec.Alpha.Value == 1 && spec.UpOffset.Value == 0
        ? null
        : new ClampPlan(spec.Limit.Value, spec.Alpha.Value, spec.UpOffset.Value);
}
