using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace MoE.Numerics;

/// <summary><see cref="VectorMath.Exp"/> of numbers side by side, in place; nothing behind them is touched.</summary>
internal static class ExponentialPass
{
    public static void Run(Span<float> values)
    {
        int done = Avx512F.IsSupported ? Run<Lanes512>(values)
            : Avx2.IsSupported && Fma.IsSupported ? Run<Lanes256>(values)
            : Run<Lanes128>(values);
        foreach (ref float value in values[done..])
            value = ScalarMath.Exp(value);
    }

    // Lane operations use up the inlining budget of whatever they are inlined into.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Run<TLanes>(Span<float> values)
        where TLanes : struct, ILanes<TLanes>
    {
        ref float first = ref MemoryMarshal.GetReference(values);
        int at = 0;
        for (; at <= values.Length - TLanes.Count; at += TLanes.Count)
            VectorMath.Exp(TLanes.Load(ref first, at)).Store(ref first, at);
        return at;
    }
}
