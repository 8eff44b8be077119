using System;

namespace MoE;

/// <summary>
/// Adds a gated linear unit that every row passes through, <c>down(silu(gate x) * up x)</c>, to the sum of the experts that the router
/// chooses (Dai et al., "DeepSeekMoE", 2024). The router does not see it, and it does not count as an expert.
/// </summary>
/// <param name="hidden">The width of gate and up, at least 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class SharedExpertAttribute(int hidden) : Attribute
{
    /// <summary>The width of gate and up, at least 1.</summary>
    public int Hidden { get; } = hidden;

    /// <summary>Whether its output is multiplied by <c>sigmoid(w x)</c>, a number for each row (Qwen2-MoE). Default: <c>false</c>.</summary>
    public bool Gated { get; set; }
}
