using System.ComponentModel;
using MoE.Persistence;

namespace MoE.Layers;

/// <summary>
/// A linear layer y = x W^T + b as the compiler planned it: its sizes, where its parameters lie and in what order an
/// output is summed. The parameters begin with the bias, zeros where there is none; the weights follow.
/// </summary>
/// <param name="Inputs">Columns of x.</param>
/// <param name="Outputs">Columns of y.</param>
/// <param name="InputStride">Floats from one row of x to the next.</param>
/// <param name="OutputStride">Floats from one row of y to the next.</param>
/// <param name="PanelWidth">16 or 32 neighbouring outputs in a panel; 0: lanes run along the inputs, as dots.</param>
/// <param name="Chains">Panels: runs of <paramref name="ChainLength"/> inputs. Dots: accumulators of an output.</param>
/// <param name="ChainLength">Panels: inputs in one chain of fused multiply-adds; 0 for dots.</param>
/// <param name="HasBias">Whether the bias is trained.</param>
/// <param name="HasReLU">Whether y = max(y, 0).</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record LinearShape(
    int Inputs, int Outputs, int InputStride, int OutputStride, int PanelWidth, int Chains, int ChainLength, bool HasBias, bool HasReLU)
{
    private const int Line = 16;

    // More than a second-level cache keeps beside the rest.
    private const int FarFloats = 64 * 1024;

    /// <summary>Whether lanes run along the inputs.</summary>
    public bool IsDots => PanelWidth == 0;

    /// <summary>Panels of outputs; 0 for dots.</summary>
    public int Panels { get; } = PanelWidth == 0 ? 0 : (Outputs + PanelWidth - 1) / PanelWidth;

    /// <summary>Inputs rounded up to a multiple of 16: the weights of an output of dots.</summary>
    public int PaddedInputs { get; } = (Inputs + Line - 1) / Line * Line;

    /// <summary>Outputs with the padding, and so the floats of the bias.</summary>
    public int PaddedOutputs { get; } = Padded(Outputs, PanelWidth);

    /// <summary>Floats of one panel.</summary>
    public int PanelFloats { get; } = PanelWidth * Inputs;

    /// <summary>Where the weights lie, counted from the layer's first float.</summary>
    public TensorPlacement Weight => IsDots
        ? new(PaddedOutputs, 1, PaddedInputs, 1)
        : new(PaddedOutputs, PanelWidth, PanelFloats, PanelWidth);

    /// <summary>All parameters of the layer, with their padding.</summary>
    public int Floats => PaddedOutputs + WeightFloats;

    /// <summary>How far ahead a tile asks for weights: those of the next chain where they come from far away.</summary>
    internal int FloatsAhead { get; } = (long)Padded(Outputs, PanelWidth) * Inputs > FarFloats ? ChainLength * PanelWidth : 0;

    // Asked for in every call: worked out once.
    private static int Padded(int outputs, int panelWidth) => panelWidth == 0 ? Line : (outputs + panelWidth - 1) / panelWidth * panelWidth;

    private int WeightFloats => IsDots ? Outputs * PaddedInputs : Panels * PanelFloats;
}
