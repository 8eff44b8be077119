using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MoE.Numerics;

namespace MoE.Layers;

/// <summary>
/// Twelve or eight rows on AVX-512: 24 of the 32 registers hold sums. Spelled out, for so many lane operations would exceed the
/// JIT's budget of inlining.
/// </summary>
internal readonly struct Avx512Tile<TWidth, THeight> : ITile
    where TWidth : struct, IWidth
    where THeight : struct, IHeight
{
    public static int Rows => THeight.IsTwelve ? 12 : 8;

    public static int Columns => TWidth.IsDouble ? 32 : 16;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Run(ref float x, ref float w, ref float start, ref float y, in TileStep step)
    {
        nint one = step.InputStride, two = 2 * one, three = 3 * one;
        ref float x4 = ref Unsafe.AddByteOffset(ref x, 4 * one);
        ref float x8 = ref Unsafe.AddByteOffset(ref x, 8 * one);
        nint ahead = step.Ahead, furtherAhead = ahead + 64;
        Vector512<float> a0 = Vector512<float>.Zero, a1 = Vector512<float>.Zero, a2 = Vector512<float>.Zero, a3 = Vector512<float>.Zero;
        Vector512<float> a4 = Vector512<float>.Zero, a5 = Vector512<float>.Zero, a6 = Vector512<float>.Zero, a7 = Vector512<float>.Zero;
        Vector512<float> a8 = Vector512<float>.Zero, a9 = Vector512<float>.Zero, a10 = Vector512<float>.Zero, a11 = Vector512<float>.Zero;
        Vector512<float> b0 = Vector512<float>.Zero, b1 = Vector512<float>.Zero, b2 = Vector512<float>.Zero, b3 = Vector512<float>.Zero;
        Vector512<float> b4 = Vector512<float>.Zero, b5 = Vector512<float>.Zero, b6 = Vector512<float>.Zero, b7 = Vector512<float>.Zero;
        Vector512<float> b8 = Vector512<float>.Zero, b9 = Vector512<float>.Zero, b10 = Vector512<float>.Zero, b11 = Vector512<float>.Zero;
        for (int input = step.Length; input > 0; input--)
        {
            Vector512<float> w0 = Vector512.LoadUnsafe(ref w);
            Vector512<float> w1 = TWidth.IsDouble ? Vector512.LoadUnsafe(ref w, 16) : w0;
            Prefetch.Line(ref w, ahead);
            if (TWidth.IsDouble) Prefetch.Line(ref w, furtherAhead);

            Vector512<float> value = Vector512.Create(x);
            a0 = Vector512.FusedMultiplyAdd(value, w0, a0);
            if (TWidth.IsDouble) b0 = Vector512.FusedMultiplyAdd(value, w1, b0);
            value = Vector512.Create(Unsafe.AddByteOffset(ref x, one));
            a1 = Vector512.FusedMultiplyAdd(value, w0, a1);
            if (TWidth.IsDouble) b1 = Vector512.FusedMultiplyAdd(value, w1, b1);
            value = Vector512.Create(Unsafe.AddByteOffset(ref x, two));
            a2 = Vector512.FusedMultiplyAdd(value, w0, a2);
            if (TWidth.IsDouble) b2 = Vector512.FusedMultiplyAdd(value, w1, b2);
            value = Vector512.Create(Unsafe.AddByteOffset(ref x, three));
            a3 = Vector512.FusedMultiplyAdd(value, w0, a3);
            if (TWidth.IsDouble) b3 = Vector512.FusedMultiplyAdd(value, w1, b3);
            value = Vector512.Create(x4);
            a4 = Vector512.FusedMultiplyAdd(value, w0, a4);
            if (TWidth.IsDouble) b4 = Vector512.FusedMultiplyAdd(value, w1, b4);
            value = Vector512.Create(Unsafe.AddByteOffset(ref x4, one));
            a5 = Vector512.FusedMultiplyAdd(value, w0, a5);
            if (TWidth.IsDouble) b5 = Vector512.FusedMultiplyAdd(value, w1, b5);
            value = Vector512.Create(Unsafe.AddByteOffset(ref x4, two));
            a6 = Vector512.FusedMultiplyAdd(value, w0, a6);
            if (TWidth.IsDouble) b6 = Vector512.FusedMultiplyAdd(value, w1, b6);
            value = Vector512.Create(Unsafe.AddByteOffset(ref x4, three));
            a7 = Vector512.FusedMultiplyAdd(value, w0, a7);
            if (TWidth.IsDouble) b7 = Vector512.FusedMultiplyAdd(value, w1, b7);
            if (THeight.IsTwelve)
            {
                value = Vector512.Create(x8);
                a8 = Vector512.FusedMultiplyAdd(value, w0, a8);
                if (TWidth.IsDouble) b8 = Vector512.FusedMultiplyAdd(value, w1, b8);
                value = Vector512.Create(Unsafe.AddByteOffset(ref x8, one));
                a9 = Vector512.FusedMultiplyAdd(value, w0, a9);
                if (TWidth.IsDouble) b9 = Vector512.FusedMultiplyAdd(value, w1, b9);
                value = Vector512.Create(Unsafe.AddByteOffset(ref x8, two));
                a10 = Vector512.FusedMultiplyAdd(value, w0, a10);
                if (TWidth.IsDouble) b10 = Vector512.FusedMultiplyAdd(value, w1, b10);
                value = Vector512.Create(Unsafe.AddByteOffset(ref x8, three));
                a11 = Vector512.FusedMultiplyAdd(value, w0, a11);
                if (TWidth.IsDouble) b11 = Vector512.FusedMultiplyAdd(value, w1, b11);
            }

            x = ref Unsafe.Add(ref x, 1);
            x4 = ref Unsafe.Add(ref x4, 1);
            x8 = ref Unsafe.Add(ref x8, 1);
            w = ref Unsafe.Add(ref w, TWidth.IsDouble ? 32 : 16);
        }

        Vector512<float> floor = Vector512.Create(step.Floor);
        End(a0, b0, ref start, ref y, floor);
        start = ref Unsafe.AddByteOffset(ref start, step.StartStride);
        y = ref Unsafe.AddByteOffset(ref y, step.OutputStride);
        End(a1, b1, ref start, ref y, floor);
        start = ref Unsafe.AddByteOffset(ref start, step.StartStride);
        y = ref Unsafe.AddByteOffset(ref y, step.OutputStride);
        End(a2, b2, ref start, ref y, floor);
        start = ref Unsafe.AddByteOffset(ref start, step.StartStride);
        y = ref Unsafe.AddByteOffset(ref y, step.OutputStride);
        End(a3, b3, ref start, ref y, floor);
        start = ref Unsafe.AddByteOffset(ref start, step.StartStride);
        y = ref Unsafe.AddByteOffset(ref y, step.OutputStride);
        End(a4, b4, ref start, ref y, floor);
        start = ref Unsafe.AddByteOffset(ref start, step.StartStride);
        y = ref Unsafe.AddByteOffset(ref y, step.OutputStride);
        End(a5, b5, ref start, ref y, floor);
        start = ref Unsafe.AddByteOffset(ref start, step.StartStride);
        y = ref Unsafe.AddByteOffset(ref y, step.OutputStride);
        End(a6, b6, ref start, ref y, floor);
        start = ref Unsafe.AddByteOffset(ref start, step.StartStride);
        y = ref Unsafe.AddByteOffset(ref y, step.OutputStride);
        End(a7, b7, ref start, ref y, floor);
        if (!THeight.IsTwelve)
            return;
        start = ref Unsafe.AddByteOffset(ref start, step.StartStride);
        y = ref Unsafe.AddByteOffset(ref y, step.OutputStride);
        End(a8, b8, ref start, ref y, floor);
        start = ref Unsafe.AddByteOffset(ref start, step.StartStride);
        y = ref Unsafe.AddByteOffset(ref y, step.OutputStride);
        End(a9, b9, ref start, ref y, floor);
        start = ref Unsafe.AddByteOffset(ref start, step.StartStride);
        y = ref Unsafe.AddByteOffset(ref y, step.OutputStride);
        End(a10, b10, ref start, ref y, floor);
        start = ref Unsafe.AddByteOffset(ref start, step.StartStride);
        y = ref Unsafe.AddByteOffset(ref y, step.OutputStride);
        End(a11, b11, ref start, ref y, floor);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void End(Vector512<float> a, Vector512<float> b, ref float start, ref float y, Vector512<float> floor)
    {
        Vector512.MaxNative(floor, Vector512.LoadUnsafe(ref start) + a).StoreUnsafe(ref y);
        if (TWidth.IsDouble)
            Vector512.MaxNative(floor, Vector512.LoadUnsafe(ref start, 16) + b).StoreUnsafe(ref y, 16);
    }
}
