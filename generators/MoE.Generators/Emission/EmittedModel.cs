using MoE.Generators.Planning;
using MoE.Specification;

namespace MoE.Generators.Emission;

/// <summary>What is emitted for a model.</summary>
/// <param name="HintName">The model's, unique in its project.</param>
/// <param name="Files">Hint names and texts of its own files.</param>
/// <param name="Kernels">The kernels that it shares with others of its project.</param>
internal sealed record EmittedModel(
    string HintName, EquatableArray<(string HintName, string Text)> Files, EquatableArray<RowKernelPlan> Kernels);
