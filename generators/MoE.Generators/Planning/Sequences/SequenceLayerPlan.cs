using System.Collections.Generic;

namespace MoE.Generators.Planning;

/// <summary>A linear layer inside a block over sequences: the runtime's SequenceLinear.</summary>
/// <param name="Offset">Its first float, counted from its block's.</param>
/// <param name="Back">The layer that carries gradients back; null where nothing is trained.</param>
internal sealed record SequenceLayerPlan(LinearPlan Linear, int Offset, LinearPlan? Back)
{
    public int End => checked(Offset + Linear.Floats);

    public long MultiplyAdds => (long)Linear.Inputs * Linear.Outputs;

    public static SequenceLayerPlan Create(string name, BufferPlan source, BufferPlan target, bool hasBias, int offset, bool isTrained)
    {
        LinearPlan linear = LinearPlan.Create(
            name, FeedForwardPlanner.Describe(source.Width, target.Width, false), source.Width, target.Width, hasBias, false, source.Stride, target.Stride);
        return new SequenceLayerPlan(linear, offset, isTrained ? FeedForwardPlanner.Transpose(linear, target, source) : null);
    }

    /// <summary>Its parameters, counted from the block's first float.</summary>
    public IEnumerable<TensorPlan> Tensors(string prefix)
    {
        yield return TensorPlan.Weight(prefix + "weight", Linear, Offset);
        if (Linear.HasBias)
            yield return TensorPlan.Bias(prefix + "bias", Linear, Offset);
    }
}
