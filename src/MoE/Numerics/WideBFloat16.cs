using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MoE.Numerics;

/// <summary>bfloat16, the upper half of a float32, widened exactly, and float32 rounded to it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WideBFloat16
{
    private const int HalfBits = 16;

    /// <summary>Sixteen floats; needs AVX-512.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load512(ref ushort source, nint offset) =>
        (Avx512F.ConvertToVector512Int32(Vector256.LoadUnsafe(ref Unsafe.Add(ref source, offset))) << HalfBits).AsSingle();

    /// <summary>Eight floats; needs AVX2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load256(ref ushort source, nint offset) =>
        (Avx2.ConvertToVector256Int32(Vector128.LoadUnsafe(ref Unsafe.Add(ref source, offset))) << HalfBits).AsSingle();

    /// <summary>Four floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Load128(ref ushort source, nint offset)
    {
        ulong four = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<ushort, byte>(ref Unsafe.Add(ref source, offset)));
        return (Vector128.WidenLower(Vector128.CreateScalar(four).AsUInt16()) << HalfBits).AsSingle();
    }

    /// <summary>One float.</summary>
    public static float Of(ushort value) => BitConverter.UInt32BitsToSingle((uint)value << HalfBits);

    /// <summary>The nearest bfloat16; of two equally near ones the even one. NaN stays NaN, what is too large becomes infinity.</summary>
    public static ushort Round(float value)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value);
        if (float.IsNaN(value))
            return (ushort)((bits >> HalfBits) | 0x40);
        return (ushort)((bits + 0x7FFF + ((bits >> HalfBits) & 1)) >> HalfBits);
    }

    /// <summary>Widens some numbers, a multiple of 8 of them.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    internal static void Widen(ref ushort source, ref float target, nint count)
    {
        nint at = 0;
        if (Avx512F.IsSupported)
            for (; at <= count - Vector512<float>.Count; at += Vector512<float>.Count)
                Load512(ref source, at).StoreUnsafe(ref Unsafe.Add(ref target, at));
        if (Avx2.IsSupported)
            for (; at < count; at += Vector256<float>.Count)
                Load256(ref source, at).StoreUnsafe(ref Unsafe.Add(ref target, at));
        for (; at < count; at += Vector128<float>.Count)
            Load128(ref source, at).StoreUnsafe(ref Unsafe.Add(ref target, at));
    }
}
