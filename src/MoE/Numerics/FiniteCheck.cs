using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace MoE.Numerics;

/// <summary>Whether every number of a row is one: no NaN, no infinity.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FiniteCheck
{
    /// <summary>Looks at exactly <paramref name="count"/> floats; nothing behind them is read. True for none.</summary>
    public static bool IsFinite(ref float values, int count) =>
        Avx512F.IsSupported ? IsFinite<Lanes512>(ref values, count)
        : Avx2.IsSupported && Fma.IsSupported ? IsFinite<Lanes256>(ref values, count)
        : IsFinite<Lanes128>(ref values, count);

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static bool IsFinite<TLanes>(ref float values, int count)
        where TLanes : struct, ILanes<TLanes>
    {
        if (count < TLanes.Count)
            return IsFiniteScalar(ref values, count);

        // 0 * x is a zero for a number and NaN for all else, and NaN survives every sum.
        TLanes zero = TLanes.Create(0f);
        TLanes a = zero, b = zero, c = zero, d = zero;
        nint at = 0;
        for (; at <= count - (4 * TLanes.Count); at += 4 * TLanes.Count)
        {
            a = TLanes.MultiplyAdd(zero, TLanes.Load(ref values, at), a);
            b = TLanes.MultiplyAdd(zero, TLanes.Load(ref values, at + TLanes.Count), b);
            c = TLanes.MultiplyAdd(zero, TLanes.Load(ref values, at + (2 * TLanes.Count)), c);
            d = TLanes.MultiplyAdd(zero, TLanes.Load(ref values, at + (3 * TLanes.Count)), d);
        }

        for (; at <= count - TLanes.Count; at += TLanes.Count)
            a = TLanes.MultiplyAdd(zero, TLanes.Load(ref values, at), a);

        // The rest, together with some seen already.
        b = TLanes.MultiplyAdd(zero, TLanes.Load(ref values, count - TLanes.Count), b);
        return TLanes.AllEqual(a + b + (c + d), zero);
    }

    private static bool IsFiniteScalar(ref float values, int count)
    {
        for (nint at = 0; at < count; at++)
        {
            if (!float.IsFinite(Unsafe.Add(ref values, at)))
                return false;
        }

        return true;
    }
}
