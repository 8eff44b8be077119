using System.Collections.Generic;

namespace MoE.Generators.Planning;

/// <summary>A linear layer from a row to its logits.</summary>
/// <param name="Back">The layer that carries gradients on to the row; null where nobody asks.</param>
internal sealed record LinearGateLayer(LinearPlan Linear, LinearPlan? Back) : GateLayerPlan(Linear.Summary, Linear.OutputStride)
{
    /// <summary>Whether what it reads may be sparse rows.</summary>
    public bool ReadsSparseRows { get; init; }

    public override IEnumerable<LinearPlan> Linears => [Linear];

    public override IEnumerable<LinearPlan> BackwardLinears => Back is null ? [] : [Back];

    public override long MultiplyAdds => (long)Linear.Inputs * Linear.Outputs;
}
