namespace MoE.Layers;

/// <summary>One chain of a panel, as a tile walks it. Strides are in bytes, from one row to the next.</summary>
internal readonly ref struct TileStep(LinearShape shape, int from, int length)
{
    public readonly nint InputStride = (nint)shape.InputStride * sizeof(float);

    public readonly nint OutputStride = (nint)shape.OutputStride * sizeof(float);

    /// <summary>The first chain adds to the bias, which all rows share; the others to what is there.</summary>
    public readonly nint StartStride = from == 0 ? 0 : (nint)shape.OutputStride * sizeof(float);

    /// <summary>Floats from one input's weights to the next one's.</summary>
    public readonly int PanelWidth = shape.PanelWidth;

    /// <summary>How far ahead to ask for weights, in bytes.</summary>
    public readonly nint Ahead = (nint)shape.FloatsAhead * sizeof(float);

    public readonly int Length = length;

    /// <summary>What no output falls below: max(sum, -infinity) is the sum, NaN included.</summary>
    public readonly float Floor = shape.HasReLU && from + length == shape.Inputs ? 0 : float.NegativeInfinity;
}
