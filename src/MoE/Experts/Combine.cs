using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using MoE.Numerics;

namespace MoE.Experts;

/// <summary>The weighted sum of the chosen experts' outputs, in slot order: the first product, then fused multiply-adds.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Combine
{
    /// <summary>One row whose k expert outputs lie one stride apart.</summary>
    /// <param name="slots">The outputs of the chosen experts.</param>
    /// <param name="slotStride">Floats between them.</param>
    /// <param name="weights">Their k weights.</param>
    /// <param name="k">How many.</param>
    /// <param name="output">Receives <paramref name="width"/> values.</param>
    /// <param name="width">Columns.</param>
    public static void Row(ref float slots, int slotStride, ref float weights, int k, ref float output, int width)
    {
        for (int slot = 0; slot < k; slot++)
            Accumulate(ref Unsafe.Add(ref slots, slot * slotStride), Unsafe.Add(ref weights, slot), ref output, width, slot == 0);
    }

    /// <summary>Adds one slot: output = weight * values for the first, output = weight * values + output for the others.</summary>
    public static void Accumulate(ref float values, float weight, ref float output, int width, bool first)
    {
        if (Avx512F.IsSupported)
            Accumulate<Lanes512>(ref values, weight, ref output, width, first);
        else if (Avx2.IsSupported && Fma.IsSupported)
            Accumulate<Lanes256>(ref values, weight, ref output, width, first);
        else
            Accumulate<Lanes128>(ref values, weight, ref output, width, first);
    }

    // Lane operations use up the inlining budget of whatever they are inlined into.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Accumulate<TLanes>(ref float values, float weight, ref float output, int width, bool first)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes scale = TLanes.Create(weight);
        int column = 0;
        for (; column <= width - TLanes.Count; column += TLanes.Count)
        {
            TLanes value = TLanes.Load(ref values, column);
            TLanes sum = first ? scale * value : TLanes.MultiplyAdd(scale, value, TLanes.Load(ref output, column));
            sum.Store(ref output, column);
        }
        // The row is the caller's memory: nothing behind its last column may be touched.
        for (; column < width; column++)
        {
            float value = Unsafe.Add(ref values, column);
            ref float sum = ref Unsafe.Add(ref output, column);
            sum = first ? weight * value : float.MultiplyAddEstimate(weight, value, sum);
        }
    }
}
