using System;
using System.Buffers.Binary;
using System.Diagnostics;
using System.Runtime.InteropServices;
using MoE.Numerics;

namespace MoE.Persistence;

/// <summary>Reading the formats.</summary>
internal static class FloatFormats
{
    /// <summary>The format of a dtype.</summary>
    public static FloatFormat Parse(string dtype) => dtype switch
    {
        "F32" => FloatFormat.F32,
        "F16" => FloatFormat.F16,
        "BF16" => FloatFormat.BF16,
        _ => FloatFormat.Unknown,
    };

    /// <summary>The bytes of an element.</summary>
    public static int Size(this FloatFormat format) => format switch
    {
        FloatFormat.F32 => 4,
        FloatFormat.F16 or FloatFormat.BF16 => 2,
        _ => throw new UnreachableException(),
    };

    /// <summary>The part of the floats' own memory where their encoded bytes go, for <see cref="DecodeInPlace"/>.</summary>
    public static Span<byte> Encoded(this FloatFormat format, Span<float> values)
    {
        Span<byte> bytes = MemoryMarshal.AsBytes(values);
        return bytes[(bytes.Length - values.Length * format.Size())..];
    }

    /// <summary>Turns the encoded bytes into floats; the shorter formats lie in the upper half, so that none is overwritten before it is read.</summary>
    public static void DecodeInPlace(this FloatFormat format, Span<float> values)
    {
        Span<ushort> halves = MemoryMarshal.Cast<float, ushort>(values)[values.Length..];
        switch (format)
        {
            case FloatFormat.F32:
                ToLittleEndian(values);
                return;
            case FloatFormat.F16:
                for (int i = 0; i < values.Length; i++) values[i] = (float)BitConverter.UInt16BitsToHalf(LittleEndian(halves[i]));
                return;
            case FloatFormat.BF16:
                for (int i = 0; i < values.Length; i++) values[i] = BitConverter.UInt32BitsToSingle((uint)LittleEndian(halves[i]) << 16);
                return;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Turns floats into the bytes of <see cref="FloatFormat.F32"/>, or back.</summary>
    public static void ToLittleEndian(Span<float> values)
    {
        if (BitConverter.IsLittleEndian) return;
        Span<uint> words = MemoryMarshal.Cast<float, uint>(values);
        BinaryPrimitives.ReverseEndianness(words, words);
    }

    /// <summary>Turns floats that bfloat16 holds exactly into the bytes of <see cref="FloatFormat.BF16"/>, which lie in the beginning of their memory.</summary>
    /// <returns>How many bytes.</returns>
    public static int ToBFloat16(Span<float> values)
    {
        Span<ushort> halves = MemoryMarshal.Cast<float, ushort>(values);
        for (int i = 0; i < values.Length; i++) halves[i] = LittleEndian(WideBFloat16.Round(values[i]));
        return values.Length * sizeof(ushort);
    }

    private static ushort LittleEndian(ushort value) => BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value);
}
