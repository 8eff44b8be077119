using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace MoE.Numerics;

/// <summary>
/// The gated linear unit h = f(gate) * up (Shazeer, 2020) over rows. A row of gates and ups interleaves
/// them in blocks of 32 floats, 16 gates and then the 16 ups of the same columns, so that a block of h
/// needs one stretch of memory. Rows of h are padded to 16 columns, and padding is written as zero.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GatedUnit
{
    /// <summary>
    /// h = f(gate) * up for <paramref name="width"/> columns; strides in floats.
    /// <paramref name="h"/> may be <paramref name="gateUp"/> if the strides are equal.
    /// </summary>
    public static void Forward<TActivation>(ref float gateUp, ref float h, int rows, int width, int gateUpStride, int hStride)
        where TActivation : struct, IActivation
    {
        if (Avx512F.IsSupported)
            Forward<TActivation, Lanes512>(ref gateUp, ref h, rows, width, gateUpStride, hStride);
        else if (Avx2.IsSupported && Fma.IsSupported)
            Forward<TActivation, Lanes256>(ref gateUp, ref h, rows, width, gateUpStride, hStride);
        else
            Forward<TActivation, Lanes128>(ref gateUp, ref h, rows, width, gateUpStride, hStride);
    }

    /// <summary>
    /// From the gradient of h that of the gates and ups, interleaved as they are;
    /// <paramref name="dGateUp"/> may be <paramref name="gateUp"/>.
    /// </summary>
    public static void Backward<TActivation>(ref float gateUp, ref float dh, ref float dGateUp, int rows, int width, int gateUpStride, int hStride)
        where TActivation : struct, IActivation
    {
        if (Avx512F.IsSupported)
            Backward<TActivation, Lanes512>(ref gateUp, ref dh, ref dGateUp, rows, width, gateUpStride, hStride);
        else if (Avx2.IsSupported && Fma.IsSupported)
            Backward<TActivation, Lanes256>(ref gateUp, ref dh, ref dGateUp, rows, width, gateUpStride, hStride);
        else
            Backward<TActivation, Lanes128>(ref gateUp, ref dh, ref dGateUp, rows, width, gateUpStride, hStride);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Forward<TActivation, TLanes>(ref float gateUp, ref float h, int rows, int width, int gateUpStride, int hStride)
        where TActivation : struct, IActivation
        where TLanes : struct, ILanes<TLanes>
    {
        for (nint row = 0; row < rows; row++)
        {
            ref float from = ref Unsafe.Add(ref gateUp, row * gateUpStride);
            ref float to = ref Unsafe.Add(ref h, row * hStride);
            // Ascending, and a column of h lies at or before its gate: in place nothing is overwritten unread.
            for (nint column = 0; column < Padding.Of(width); column += TLanes.Count)
            {
                nint gate = Gate(column);
                TLanes value = TActivation.Forward(TLanes.Load(ref from, gate)) * TLanes.Load(ref from, gate + Padding.Block);
                Padding.Store(value, ref to, column, width);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Backward<TActivation, TLanes>(ref float gateUp, ref float dh, ref float dGateUp, int rows, int width, int gateUpStride, int hStride)
        where TActivation : struct, IActivation
        where TLanes : struct, ILanes<TLanes>
    {
        for (nint row = 0; row < rows; row++)
        {
            ref float from = ref Unsafe.Add(ref gateUp, row * gateUpStride);
            ref float gradient = ref Unsafe.Add(ref dh, row * hStride);
            ref float to = ref Unsafe.Add(ref dGateUp, row * gateUpStride);
            for (nint column = 0; column < Padding.Of(width); column += TLanes.Count)
            {
                nint at = Gate(column);
                TLanes gate = TLanes.Load(ref from, at);
                TLanes up = TLanes.Load(ref from, at + Padding.Block);
                TLanes d = TLanes.Load(ref gradient, column);
                TLanes dGate = d * up * TActivation.Derivative(gate, out TLanes value);
                TLanes dUp = d * value;
                Padding.Store(dGate, ref Unsafe.Add(ref to, at - column), column, width);
                Padding.Store(dUp, ref Unsafe.Add(ref to, at - column + Padding.Block), column, width);
            }
        }
    }

    /// <summary>Where a column's gate lies: every block of columns before it took its size twice.</summary>
    internal static nint Gate(nint column) => column + (column & -Padding.Block);
}
