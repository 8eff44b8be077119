using System.Runtime.CompilerServices;
using MoE.Numerics;

namespace MoE.Layers;

/// <summary>Up to four values by one or two vectors, on any instruction set; four are read, which the padding of a row allows.</summary>
internal readonly struct QuadGradientTile<TLanes, TWidth> : IGradientTile
    where TLanes : struct, ILanes<TLanes>
    where TWidth : struct, IWidth
{
    public static int Count => 4;

    public static int Columns => TWidth.IsDouble ? 2 * TLanes.Count : TLanes.Count;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Run(ref float a, nint aStride, ref float b, nint bStride, ref float gradient, nint gradientStride, int rows, int count)
    {
        TLanes zero = TLanes.Create(0);
        TLanes u0 = zero, u1 = zero, u2 = zero, u3 = zero, v0 = zero, v1 = zero, v2 = zero, v3 = zero;
        for (; rows > 0; rows--)
        {
            TLanes b0 = TLanes.Load(ref b, 0);
            TLanes b1 = TWidth.IsDouble ? TLanes.Load(ref b, TLanes.Count) : b0;
            TLanes value = TLanes.Create(a);
            u0 = TLanes.MultiplyAdd(value, b0, u0);
            if (TWidth.IsDouble) v0 = TLanes.MultiplyAdd(value, b1, v0);
            value = TLanes.Create(Unsafe.Add(ref a, 1));
            u1 = TLanes.MultiplyAdd(value, b0, u1);
            if (TWidth.IsDouble) v1 = TLanes.MultiplyAdd(value, b1, v1);
            value = TLanes.Create(Unsafe.Add(ref a, 2));
            u2 = TLanes.MultiplyAdd(value, b0, u2);
            if (TWidth.IsDouble) v2 = TLanes.MultiplyAdd(value, b1, v2);
            value = TLanes.Create(Unsafe.Add(ref a, 3));
            u3 = TLanes.MultiplyAdd(value, b0, u3);
            if (TWidth.IsDouble) v3 = TLanes.MultiplyAdd(value, b1, v3);
            a = ref Unsafe.Add(ref a, aStride);
            b = ref Unsafe.Add(ref b, bStride);
        }

        Store(u0, v0, ref gradient);
        if (count > 1) Store(u1, v1, ref Unsafe.Add(ref gradient, gradientStride));
        if (count > 2) Store(u2, v2, ref Unsafe.Add(ref gradient, 2 * gradientStride));
        if (count > 3) Store(u3, v3, ref Unsafe.Add(ref gradient, 3 * gradientStride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(TLanes u, TLanes v, ref float gradient)
    {
        u.Store(ref gradient, 0);
        if (TWidth.IsDouble)
            v.Store(ref gradient, TLanes.Count);
    }
}
