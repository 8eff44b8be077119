using System.ComponentModel;
using MoE.Persistence;

namespace MoE.Layers;

/// <summary>
/// A linear layer y = x W^T + b as the compiler planned it: its sizes, where its parameters lie and in what order an
/// output is summed. The parameters begin with the bias, zeros where there is none; the weights follow.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LinearShape(
    int inputs, int outputs, int inputStride, int outputStride, int panelWidth, int chains, int chainLength, bool hasBias, bool hasReLU)
{
    private const int Line = 16;

    // More than a second-level cache keeps beside the rest.
    private const int FarFloats = 64 * 1024;

    /// <summary>Columns of x.</summary>
    public int Inputs { get; } = inputs;

    /// <summary>Columns of y.</summary>
    public int Outputs { get; } = outputs;

    /// <summary>Floats from one row of x to the next.</summary>
    public int InputStride { get; } = inputStride;

    /// <summary>Floats from one row of y to the next.</summary>
    public int OutputStride { get; } = outputStride;

    /// <summary>16 or 32 neighbouring outputs in a panel; 0: lanes run along the inputs, as dots.</summary>
    public int PanelWidth { get; } = panelWidth;

    /// <summary>Panels: runs of <see cref="ChainLength"/> inputs. Dots: accumulators of an output.</summary>
    public int Chains { get; } = chains;

    /// <summary>Panels: inputs in one chain of fused multiply-adds; 0 for dots.</summary>
    public int ChainLength { get; } = chainLength;

    /// <summary>Whether the bias is trained.</summary>
    public bool HasBias { get; } = hasBias;

    /// <summary>Whether y = max(y, 0).</summary>
    public bool HasReLU { get; } = hasReLU;

    /// <summary>Whether lanes run along the inputs.</summary>
    public bool IsDots => PanelWidth == 0;

    /// <summary>Panels of outputs; 0 for dots.</summary>
    public int Panels { get; } = panelWidth == 0 ? 0 : (outputs + panelWidth - 1) / panelWidth;

    /// <summary>Inputs rounded up to a multiple of 16: the weights of an output of dots.</summary>
    public int PaddedInputs { get; } = (inputs + Line - 1) / Line * Line;

    /// <summary>Outputs with the padding, and so the floats of the bias.</summary>
    public int PaddedOutputs { get; } = Padded(outputs, panelWidth);

    /// <summary>Floats of one panel.</summary>
    public int PanelFloats { get; } = panelWidth * inputs;

    /// <summary>Where the weights lie, counted from the layer's first float.</summary>
    public TensorPlacement Weight => IsDots
        ? new(PaddedOutputs, 1, PaddedInputs, 1)
        : new(PaddedOutputs, PanelWidth, PanelFloats, PanelWidth);

    /// <summary>All parameters of the layer, with their padding.</summary>
    public int Floats => PaddedOutputs + WeightFloats;

    /// <summary>How far ahead a tile asks for weights: those of the next chain where they come from far away.</summary>
    internal int FloatsAhead { get; } = (long)Padded(outputs, panelWidth) * inputs > FarFloats ? chainLength * panelWidth : 0;

    // Asked for in every call: worked out once.
    private static int Padded(int outputs, int panelWidth) => panelWidth == 0 ? Line : (outputs + panelWidth - 1) / panelWidth * panelWidth;

    private int WeightFloats => IsDots ? Outputs * PaddedInputs : Panels * PanelFloats;
}
