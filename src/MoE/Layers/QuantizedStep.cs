using System.Runtime.CompilerServices;

namespace MoE.Layers;

/// <summary>A panel, or a part of it, as a tile walks it.</summary>
internal readonly ref struct QuantizedStep(QuantizedShape shape, ref byte panel, int output, int codeFloats, bool areHalves)
{
    /// <summary>The codes of its outputs in the first block.</summary>
    public readonly ref byte Codes = ref Unsafe.Add(ref panel, 4 * output);

    /// <summary>Their scales in the first block; with zero points, where codes are halves.</summary>
    public readonly ref byte Scales = ref Unsafe.Add(ref panel, areHalves
        ? QuantizedPanel.Int4CodeBytes + (output * sizeof(uint))
        : (shape.Blocks * QuantizedPanel.Int8CodeBytes) + (output * sizeof(ushort)));

    public readonly int Blocks = shape.Blocks;

    /// <summary>Floats of a row's codes in a block.</summary>
    public readonly int CodeFloats = codeFloats;

    /// <summary>Floats from one row in 8 bits to the next.</summary>
    public readonly int RowFloats = shape.RowFloats;

    public readonly int OutputStride = shape.OutputStride;

    /// <summary>What no output falls below: max(sum, -infinity) is the sum, NaN included.</summary>
    public readonly float Floor = shape.HasReLU ? 0 : float.NegativeInfinity;
}
