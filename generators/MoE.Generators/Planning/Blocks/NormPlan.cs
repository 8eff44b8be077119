using System.Collections.Generic;
using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>A normalization of rows: the runtime's RowNorm.</summary>
/// <param name="Epsilon">Added to the variance, or the mean square.</param>
internal sealed record NormPlan(Norm Kind, double Epsilon, BufferPlan Rows)
{
    private int VectorFloats => Padding.RoundUp(Rows.Width, Padding.Line);

    /// <summary>Its parameters, padding included: weight, then bias.</summary>
    public int Floats => VectorFloats * (Kind == Norm.LayerNorm ? 2 : 1);

    /// <summary>Counted from its own first float.</summary>
    public IEnumerable<TensorPlan> Tensors
    {
        get
        {
            yield return TensorPlan.Vector("weight", Rows.Width, 0, 1);
            if (Kind == Norm.LayerNorm)
                yield return TensorPlan.Vector("bias", Rows.Width, VectorFloats, 0);
        }
    }

    /// <summary>The same in another place.</summary>
    public IEnumerable<TensorPlan> TensorsAt(string prefix, int offset)
    {
        foreach (TensorPlan tensor in Tensors)
            yield return tensor.At(prefix, offset);
    }
}
