using System.Collections.Generic;

namespace MoE.Generators.Planning;

/// <summary>How a mixture's rows find their experts: the parameters, and the router of the library that turns logits into routes.</summary>
/// <param name="Summary">For the drawing of the model.</param>
/// <param name="Choice">What happens to the logits, for a comment.</param>
/// <param name="Layer">From a row to its logits; null for a router without logits.</param>
/// <param name="Tensors">All parameters, counted from the gate's first float.</param>
/// <param name="Floats">The room that they take, padding included.</param>
/// <param name="Router">The library's router.</param>
/// <param name="RowsSeeEachOther">Whether a row's route may depend on other rows of the call.</param>
internal sealed record GatePlan(
    string Summary,
    string Choice,
    GateLayerPlan? Layer,
    IReadOnlyList<TensorPlan> Tensors,
    int Floats,
    RouterPlan Router,
    bool RowsSeeEachOther = false)
{
    /// <summary>The layers that only training runs.</summary>
    public IReadOnlyList<LinearPlan> TrainingLayers { get; init; } = [];

    /// <summary>The layers that only many rows at a time go through.</summary>
    public IReadOnlyList<LinearPlan> BatchLayers { get; init; } = [];

    public IEnumerable<LinearPlan> Linears => Layer?.Linears ?? [];

    /// <summary>Floats from one row of logits to the next.</summary>
    public int LogitStride { get; init; } = Layer?.LogitStride ?? 0;

    /// <summary>Multiply-adds for a row, as far as the compiler knows them.</summary>
    public long MultiplyAdds { get; init; } = Layer?.MultiplyAdds ?? 0;

    /// <summary>Whether its way back asks for the gradients of what the experts read.</summary>
    public bool NeedsInputGradients { get; init; }
}
