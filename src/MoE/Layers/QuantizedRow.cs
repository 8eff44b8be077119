using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MoE.Layers;

/// <summary>
/// A row of inputs in 8 bits: of each block of 32 the scale is the largest magnitude over 127, and the codes are the integers nearest to value * (127 / largest).
/// A row is all codes, then all scales, then the sum of each block's codes.
/// </summary>
internal static class QuantizedRow
{
    private const float MostCode = 127;

    // Below it 127 / largest overflows.
    private const float Least = 1e-30f;

    // Adding it leaves no bits behind the point: the sum is rounded to the nearest even integer, which its lower bits hold.
    private const float RoundingBias = 12582912f;
    private const int RoundingBits = 0x4B400000;
    private const int WithoutSign = 0x7FFFFFFF;
    private const int Infinity = 0x7F800000;
    private const int Block = QuantizedPanel.Block;

    /// <summary>Floats, and so 32 bits, of a block's codes: as words or as bytes.</summary>
    public static int CodeFloats(bool asWords) => asWords ? Block / 2 : Block / 4;

    /// <summary>Rounds a row.</summary>
    [SkipLocalsInit]
    public static unsafe void Round(ref float x, int inputs, ref float row, bool asWords)
    {
        int blocks = QuantizedPanel.Blocks(inputs), codeFloats = CodeFloats(asWords);
        ref float scales = ref Unsafe.Add(ref row, blocks * codeFloats);
        ref int sums = ref Unsafe.As<float, int>(ref Unsafe.Add(ref scales, blocks));
        float* rest = stackalloc float[Block];
        for (int block = 0; block < blocks; block++)
        {
            ref float source = ref Unsafe.Add(ref x, block * Block);
            int length = inputs - (block * Block);
            if (length < Block)
            {
                Span<float> padded = new(rest, Block);
                padded.Clear();
                MemoryMarshal.CreateReadOnlySpan(ref source, length).CopyTo(padded);
                source = ref *rest;
            }
            ref byte codes = ref Unsafe.As<float, byte>(ref Unsafe.Add(ref row, block * codeFloats));
            (Unsafe.Add(ref scales, block), Unsafe.Add(ref sums, block)) = Round(ref source, ref codes, asWords);
        }
    }

    private static (float Scale, int Sum) Round(ref float x, ref byte codes, bool asWords)
    {
        // Bits of magnitudes are ordered as these are, infinity and NaN behind all others.
        Vector128<int> bits = default;
        for (nuint i = 0; i < Block; i += 4)
            bits = Vector128.Max(bits, Vector128.LoadUnsafe(ref x, i).AsInt32() & Vector128.Create(WithoutSign));
        int most = Math.Max(Math.Max(bits[0], bits[1]), Math.Max(bits[2], bits[3]));
        float largest = BitConverter.Int32BitsToSingle(most);
        if (most >= Infinity || largest < Least)
        {
            MemoryMarshal.CreateSpan(ref codes, CodeFloats(asWords) * sizeof(float)).Clear();
            return (most >= Infinity ? float.NaN : 0, 0);
        }
        Vector128<float> inverse = Vector128.Create(MostCode / largest), bias = Vector128.Create(RoundingBias);
        Vector128<int> total = default;
        for (nuint i = 0; i < Block; i += 8)
        {
            Vector128<int> low = ((Vector128.LoadUnsafe(ref x, i) * inverse) + bias).AsInt32() - Vector128.Create(RoundingBits);
            Vector128<int> high = ((Vector128.LoadUnsafe(ref x, i + 4) * inverse) + bias).AsInt32() - Vector128.Create(RoundingBits);
            total += low + high;
            Vector128<short> words = Vector128.Narrow(low, high);
            if (asWords)
                Vector128.Shuffle(words, Vector128.Create(0, 2, 1, 3, 4, 6, 5, 7)).AsByte().StoreUnsafe(ref codes, 2 * i);
            else
                Unsafe.WriteUnaligned(ref Unsafe.Add(ref codes, i), Vector128.Narrow(words, words).AsUInt64().ToScalar());
        }
        return (largest / MostCode, total[0] + total[1] + total[2] + total[3]);
    }
}
