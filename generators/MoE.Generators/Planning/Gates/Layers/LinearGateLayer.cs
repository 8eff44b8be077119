using System.Collections.Generic;

namespace MoE.Generators.Planning;

/// <summary>A linear layer from a row to its logits.</summary>
internal sealed record LinearGateLayer(LinearPlan Linear) : GateLayerPlan(Linear.Summary, Linear.OutputStride)
{
    /// <summary>Whether what it reads may be sparse rows.</summary>
    public bool ReadsSparseRows { get; init; }

    public override IEnumerable<LinearPlan> Linears => [Linear];

    public override long MultiplyAdds => (long)Linear.Inputs * Linear.Outputs;
}
