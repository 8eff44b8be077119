using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using MoE.Numerics;

namespace MoE.Layers;

/// <summary>
/// Linear layers whose weights are codes. A row is rounded to 8 bits first; a block's products are summed as integers, which is exact, and the blocks' sums from
/// left to right: <c>sum = fma(float(products), weights' scale * row's scale, sum)</c>, from zero on, then <c>y = bias + sum</c>.
/// </summary>
internal static class QuantizedLayer
{
    private const int TileRows = 4;

    public static void Rows<TCodes>(QuantizedShape shape, ref float x, ref float w, ref float y, int rows, ref float quantized)
        where TCodes : struct, ICodes
    {
        if (AvxVnni.IsSupported && Fma.IsSupported)
            Run<VnniLanes, Lanes256, TCodes>(shape, ref x, ref w, ref y, rows, ref quantized);
        else if (Avx512BW.IsSupported)
            Run<WordLanes512, Lanes512, TCodes>(shape, ref x, ref w, ref y, rows, ref quantized);
        else if (Avx2.IsSupported && Fma.IsSupported)
            Run<WordLanes256, Lanes256, TCodes>(shape, ref x, ref w, ref y, rows, ref quantized);
        else
            Run<WordLanes128, Lanes128, TCodes>(shape, ref x, ref w, ref y, rows, ref quantized);
    }

    private static void Run<TBytes, TLanes, TCodes>(QuantizedShape shape, ref float x, ref float w, ref float y, int rows, ref float quantized)
        where TBytes : struct, IByteLanes<TBytes, TLanes>
        where TLanes : struct, ILanes<TLanes>
        where TCodes : struct, ICodes
    {
        int codeFloats = QuantizedRow.CodeFloats(TBytes.TakesWords), rowFloats = shape.RowFloats;
        for (int row = 0; row < rows; row++)
            QuantizedRow.Round(ref Unsafe.Add(ref x, (nint)row * shape.InputStride), shape.Inputs, ref Unsafe.Add(ref quantized, (nint)row * rowFloats), TBytes.TakesWords);

        nint panelFloats = QuantizedPanel.Floats(TCodes.Format, shape.Inputs);
        int columns = TBytes.Count == QuantizedPanel.Width ? TBytes.Count : 2 * TBytes.Count;
        for (int column = 0; column < shape.PaddedOutputs; column += columns)
        {
            int within = column % QuantizedPanel.Width;
            ref byte panel = ref Unsafe.As<float, byte>(ref Unsafe.Add(ref w, shape.PaddedOutputs + ((nint)(column / QuantizedPanel.Width) * panelFloats)));
            QuantizedStep step = new(shape, ref panel, within, codeFloats, TCodes.AreHalves);
            ref float bias = ref Unsafe.Add(ref w, column);
            ref float target = ref Unsafe.Add(ref y, column);
            if (rows == 1)
            {
                QuantizedTile<TBytes, TLanes, TCodes>.Row(ref quantized, ref bias, ref target, step);
                continue;
            }
            for (int row = 0; row < rows; row += TileRows)
                QuantizedTile<TBytes, TLanes, TCodes>.FourRows(
                    ref Unsafe.Add(ref quantized, (nint)row * rowFloats), ref bias, ref Unsafe.Add(ref target, (nint)row * shape.OutputStride), step);
        }
    }
}
