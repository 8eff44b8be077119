using System.ComponentModel;

namespace MoE.Layers;

/// <summary>A linear layer y = x W^T + b whose weights are codes in blocks: biases first, zeros where there are none, then panels of 16 outputs.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class QuantizedShape(int inputs, int outputs, int inputStride, int outputStride, bool hasReLU)
{
    /// <summary>Columns of x.</summary>
    public int Inputs { get; } = inputs;

    /// <summary>Columns of y.</summary>
    public int Outputs { get; } = outputs;

    /// <summary>Floats from one row of x to the next.</summary>
    public int InputStride { get; } = inputStride;

    /// <summary>Floats from one row of y to the next.</summary>
    public int OutputStride { get; } = outputStride;

    /// <summary>Whether y = max(y, 0).</summary>
    public bool HasReLU { get; } = hasReLU;

    /// <summary>Blocks of 32 inputs; the last one may be short.</summary>
    internal int Blocks { get; } = QuantizedPanel.Blocks(inputs);

    /// <summary>Outputs with the padding, and so the floats of the bias.</summary>
    internal int PaddedOutputs { get; } = (outputs + QuantizedPanel.Width - 1) / QuantizedPanel.Width * QuantizedPanel.Width;

    /// <summary>Floats of a quantized row: for each block 16 that hold the codes, the scale, and the sum of the codes; to a whole line.</summary>
    internal int RowFloats { get; } = ((QuantizedPanel.Blocks(inputs) * 18) + 15) / 16 * 16;
}
