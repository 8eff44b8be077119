using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MoE.Layers;

/// <summary>Twelve values by one or two vectors on AVX-512, spelled out as <see cref="Avx512Tile{TWidth, THeight}"/> is.</summary>
internal readonly struct Avx512GradientTile<TWidth> : IGradientTile
    where TWidth : struct, IWidth
{
    public static int Count => 12;

    public static int Columns => TWidth.IsDouble ? 32 : 16;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Run(ref float a, nint aStride, ref float b, nint bStride, ref float gradient, nint gradientStride, int rows, int count)
    {
        Vector512<float> u0 = Vector512<float>.Zero, u1 = Vector512<float>.Zero, u2 = Vector512<float>.Zero, u3 = Vector512<float>.Zero;
        Vector512<float> u4 = Vector512<float>.Zero, u5 = Vector512<float>.Zero, u6 = Vector512<float>.Zero, u7 = Vector512<float>.Zero;
        Vector512<float> u8 = Vector512<float>.Zero, u9 = Vector512<float>.Zero, u10 = Vector512<float>.Zero, u11 = Vector512<float>.Zero;
        Vector512<float> v0 = Vector512<float>.Zero, v1 = Vector512<float>.Zero, v2 = Vector512<float>.Zero, v3 = Vector512<float>.Zero;
        Vector512<float> v4 = Vector512<float>.Zero, v5 = Vector512<float>.Zero, v6 = Vector512<float>.Zero, v7 = Vector512<float>.Zero;
        Vector512<float> v8 = Vector512<float>.Zero, v9 = Vector512<float>.Zero, v10 = Vector512<float>.Zero, v11 = Vector512<float>.Zero;
        for (; rows > 0; rows--)
        {
            Vector512<float> b0 = Vector512.LoadUnsafe(ref b);
            Vector512<float> b1 = TWidth.IsDouble ? Vector512.LoadUnsafe(ref b, 16) : b0;

            Vector512<float> value = Vector512.Create(a);
            u0 = Vector512.FusedMultiplyAdd(value, b0, u0);
            if (TWidth.IsDouble) v0 = Vector512.FusedMultiplyAdd(value, b1, v0);
            value = Vector512.Create(Unsafe.Add(ref a, 1));
            u1 = Vector512.FusedMultiplyAdd(value, b0, u1);
            if (TWidth.IsDouble) v1 = Vector512.FusedMultiplyAdd(value, b1, v1);
            value = Vector512.Create(Unsafe.Add(ref a, 2));
            u2 = Vector512.FusedMultiplyAdd(value, b0, u2);
            if (TWidth.IsDouble) v2 = Vector512.FusedMultiplyAdd(value, b1, v2);
            value = Vector512.Create(Unsafe.Add(ref a, 3));
            u3 = Vector512.FusedMultiplyAdd(value, b0, u3);
            if (TWidth.IsDouble) v3 = Vector512.FusedMultiplyAdd(value, b1, v3);
            value = Vector512.Create(Unsafe.Add(ref a, 4));
            u4 = Vector512.FusedMultiplyAdd(value, b0, u4);
            if (TWidth.IsDouble) v4 = Vector512.FusedMultiplyAdd(value, b1, v4);
            value = Vector512.Create(Unsafe.Add(ref a, 5));
            u5 = Vector512.FusedMultiplyAdd(value, b0, u5);
            if (TWidth.IsDouble) v5 = Vector512.FusedMultiplyAdd(value, b1, v5);
            value = Vector512.Create(Unsafe.Add(ref a, 6));
            u6 = Vector512.FusedMultiplyAdd(value, b0, u6);
            if (TWidth.IsDouble) v6 = Vector512.FusedMultiplyAdd(value, b1, v6);
            value = Vector512.Create(Unsafe.Add(ref a, 7));
            u7 = Vector512.FusedMultiplyAdd(value, b0, u7);
            if (TWidth.IsDouble) v7 = Vector512.FusedMultiplyAdd(value, b1, v7);
            value = Vector512.Create(Unsafe.Add(ref a, 8));
            u8 = Vector512.FusedMultiplyAdd(value, b0, u8);
            if (TWidth.IsDouble) v8 = Vector512.FusedMultiplyAdd(value, b1, v8);
            value = Vector512.Create(Unsafe.Add(ref a, 9));
            u9 = Vector512.FusedMultiplyAdd(value, b0, u9);
            if (TWidth.IsDouble) v9 = Vector512.FusedMultiplyAdd(value, b1, v9);
            value = Vector512.Create(Unsafe.Add(ref a, 10));
            u10 = Vector512.FusedMultiplyAdd(value, b0, u10);
            if (TWidth.IsDouble) v10 = Vector512.FusedMultiplyAdd(value, b1, v10);
            value = Vector512.Create(Unsafe.Add(ref a, 11));
            u11 = Vector512.FusedMultiplyAdd(value, b0, u11);
            if (TWidth.IsDouble) v11 = Vector512.FusedMultiplyAdd(value, b1, v11);

            a = ref Unsafe.Add(ref a, aStride);
            b = ref Unsafe.Add(ref b, bStride);
        }

        Store(u0, v0, ref gradient);
        gradient = ref Unsafe.Add(ref gradient, gradientStride);
        Store(u1, v1, ref gradient);
        gradient = ref Unsafe.Add(ref gradient, gradientStride);
        Store(u2, v2, ref gradient);
        gradient = ref Unsafe.Add(ref gradient, gradientStride);
        Store(u3, v3, ref gradient);
        gradient = ref Unsafe.Add(ref gradient, gradientStride);
        Store(u4, v4, ref gradient);
        gradient = ref Unsafe.Add(ref gradient, gradientStride);
        Store(u5, v5, ref gradient);
        gradient = ref Unsafe.Add(ref gradient, gradientStride);
        Store(u6, v6, ref gradient);
        gradient = ref Unsafe.Add(ref gradient, gradientStride);
        Store(u7, v7, ref gradient);
        gradient = ref Unsafe.Add(ref gradient, gradientStride);
        Store(u8, v8, ref gradient);
        gradient = ref Unsafe.Add(ref gradient, gradientStride);
        Store(u9, v9, ref gradient);
        gradient = ref Unsafe.Add(ref gradient, gradientStride);
        Store(u10, v10, ref gradient);
        gradient = ref Unsafe.Add(ref gradient, gradientStride);
        Store(u11, v11, ref gradient);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<float> u, Vector512<float> v, ref float gradient)
    {
        u.StoreUnsafe(ref gradient);
        if (TWidth.IsDouble)
            v.StoreUnsafe(ref gradient, 16);
    }
}
