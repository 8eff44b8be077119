using System.Collections.Generic;
using MoE.Layers;
using MoE.Persistence;
using MoE.Sequences;

namespace MoE.Tests.Sequences;

/// <summary>Lays the parameters of a block one after the other, as the compiler does.</summary>
internal sealed class BlockBuilder
{
    private readonly List<TensorLayout> _tensors = [];

    public int Floats { get; private set; }

    public SequenceLinear Linear(string name, LinearShape shape)
    {
        int offset = Take(shape.Floats);
        TensorPlacement weight = shape.Weight with { Offset = offset + shape.Weight.Offset };
        _tensors.Add(new TensorLayout(name + ".weight", [shape.Outputs, shape.Inputs], weight, InitialValue.Uniform(shape.Inputs)));
        if (shape.HasBias)
            _tensors.Add(new TensorLayout(name + ".bias", [shape.Outputs], new TensorPlacement(offset, 16, 16, 0), InitialValue.Uniform(shape.Inputs)));
        return new SequenceLinear(shape, offset, (ref float x, ref float w, ref float y, int rows) => LinearLayer.Rows(shape, ref x, ref w, ref y, rows), PlannedLinear.Back(shape));
    }

    /// <summary>[outputs, inputs] with all outputs side by side.</summary>
    public int Columns(string name, int[] shape, int inputs, InitialValue initial, bool decays = true)
    {
        int padded = (shape[0] + 15) / 16 * 16, offset = Take(padded * inputs);
        _tensors.Add(new TensorLayout(name, [.. shape], new TensorPlacement(offset, padded, padded, padded), initial, Decays: decays));
        return offset;
    }

    public ModelLayout Layout() => new(Floats, [.. _tensors], [], "a block");

    private int Take(int floats)
    {
        int offset = Floats;
        Floats += (floats + 15) / 16 * 16;
        return offset;
    }
}
