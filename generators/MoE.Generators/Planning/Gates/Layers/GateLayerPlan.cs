using System.Collections.Generic;

namespace MoE.Generators.Planning;

/// <summary>What makes a row's logits. Each kind has a file here, and an emitter that prints it forward and backward.</summary>
/// <param name="Summary">What it is, for comments.</param>
/// <param name="LogitStride">Floats from one row of logits to the next.</param>
internal abstract record GateLayerPlan(string Summary, int LogitStride)
{
    /// <summary>The linear layers that it runs.</summary>
    public virtual IEnumerable<LinearPlan> Linears => [];

    /// <summary>Those that carry gradients on to the row.</summary>
    public virtual IEnumerable<LinearPlan> BackwardLinears => [];

    /// <summary>Multiply-adds for a row, as far as the compiler knows them.</summary>
    public virtual long MultiplyAdds => 0;
}
