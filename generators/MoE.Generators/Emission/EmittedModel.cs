using MoE.Generators.Planning;
using MoE.Specification;

namespace MoE.Generators.Emission;

/// <summary>What is emitted for a model.</summary>
/// <param name="HintName">The model's, unique in its project.</param>
/// <param name="Text">Its file; null where there is none.</param>
/// <param name="Kernels">The kernels that it shares with others of its project.</param>
internal sealed record EmittedModel(string HintName, string? Text, EquatableArray<RowKernelPlan> Kernels)
{
    public static EmittedModel Nothing { get; } = new("", null, default);
}
