using System.ComponentModel;

namespace MoE.Layers;

/// <summary>Linear layers whose weights are codes of 8 bits.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Int8Layer
{
    /// <summary>y = x W^T + b, rows at a time; up to three rows behind the last one are touched.</summary>
    /// <param name="shape">The layer.</param>
    /// <param name="x">What it reads.</param>
    /// <param name="w">Its parameters.</param>
    /// <param name="y">What it writes.</param>
    /// <param name="rows">How many.</param>
    /// <param name="quantized">Room for as many rows in 8 bits, rounded up to a multiple of 4.</param>
    public static void Rows(QuantizedShape shape, ref float x, ref float w, ref float y, int rows, ref float quantized) =>
        QuantizedLayer.Rows<ByteCodes>(shape, ref x, ref w, ref y, rows, ref quantized);
}
