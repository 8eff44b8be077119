using System;
using System.Runtime.InteropServices;
using MoE.Numerics;

namespace MoE.Persistence;

/// <summary>Moves elements between their row-major order, which files and users see, and their places in the buffer.</summary>
internal static class TensorPacking
{
    // A cache line of inputs at a time: rows of the tensor are read, and lanes written, while both sides stay in the L1 cache.
    private const int Block = 16;

    private interface IDirection<TPacked>
    {
        static abstract void Move(Span<TPacked> packed, Span<float> plain);

        static abstract void Move(ref TPacked packed, ref float plain);
    }

    /// <summary>Puts elements [first, first + values.Length) of the tensor in their places, rounded to its format; of blocks only whole ones (<see cref="TensorLayout.Run"/>).</summary>
    public static void Pack(TensorLayout tensor, int first, ReadOnlySpan<float> values, Span<float> floats)
    {
        // Packing only reads the plain side.
        Span<float> plain = MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(values), values.Length);
        if (tensor.Format == WeightFormat.Float32)
            MoveRange<float, Packing>(tensor, tensor.Placement, first, floats, plain);
        else if (tensor.Format == WeightFormat.BFloat16)
            MoveRange<ushort, Rounding>(tensor, tensor.Placement with { Offset = 0 }, first, Halves(tensor, floats), plain);
        else
            new QuantizedTensor(tensor, floats).Round(first, values);
    }

    /// <summary>Collects elements [first, first + values.Length) of the tensor from their places, widened to float32.</summary>
    public static void Unpack(TensorLayout tensor, int first, Span<float> floats, Span<float> values)
    {
        if (tensor.Format == WeightFormat.Float32)
            MoveRange<float, Unpacking>(tensor, tensor.Placement, first, floats, values);
        else if (tensor.Format == WeightFormat.BFloat16)
            MoveRange<ushort, Widening>(tensor, tensor.Placement with { Offset = 0 }, first, Halves(tensor, floats), values);
        else
            new QuantizedTensor(tensor, floats).Widen(first, values);
    }

    private static Span<ushort> Halves(TensorLayout tensor, Span<float> floats) => MemoryMarshal.Cast<float, ushort>(floats[tensor.Placement.Offset..]);

    // A range is the rest of a row, whole rows and the beginning of a row.
    private static void MoveRange<TPacked, TDirection>(TensorLayout tensor, TensorPlacement placement, int first, Span<TPacked> floats, Span<float> plain)
        where TDirection : struct, IDirection<TPacked>
    {
        int inputs = tensor.Inputs;
        (int row, int input) = Math.DivRem(first, inputs);
        while (plain.Length > 0)
        {
            bool whole = input == 0 && plain.Length >= inputs;
            int rows = whole ? plain.Length / inputs : 1;
            int columns = whole ? inputs : Math.Min(inputs - input, plain.Length);
            MoveRectangle<TPacked, TDirection>(placement, row, rows, input, columns, floats, plain);
            plain = plain[(rows * columns)..];
            row += rows;
            input = 0;
        }
    }

    private static void MoveRectangle<TPacked, TDirection>(
        TensorPlacement placement, int row, int rows, int input, int columns, Span<TPacked> floats, Span<float> plain)
        where TDirection : struct, IDirection<TPacked>
    {
        if (placement.InputStride == 1 && columns > 1)
        {
            for (int r = 0; r < rows; r++)
                TDirection.Move(floats.Slice((int)placement.IndexOf(row + r, input), columns), plain.Slice(r * columns, columns));
            return;
        }
        for (int end, from = 0; from < rows; from = end)
        {
            end = Math.Min(rows, from + placement.Lanes - (row + from) % placement.Lanes);
            int group = (int)placement.IndexOf(row + from, input);
            if (columns == 1)
                TDirection.Move(floats.Slice(group, end - from), plain[from..end]);
            else
                MoveGroup<TPacked, TDirection>(floats[group..], placement.InputStride, end - from, columns, plain[(from * columns)..]);
        }
    }

    private static void MoveGroup<TPacked, TDirection>(Span<TPacked> group, int stride, int lanes, int columns, Span<float> plain)
        where TDirection : struct, IDirection<TPacked>
    {
        for (int block = 0; block < columns; block += Block)
        {
            int end = Math.Min(columns, block + Block);
            for (int lane = 0; lane < lanes; lane++)
            {
                Span<float> row = plain.Slice(lane * columns, columns);
                for (int i = block; i < end; i++) TDirection.Move(ref group[i * stride + lane], ref row[i]);
            }
        }
    }

    private readonly struct Packing : IDirection<float>
    {
        public static void Move(Span<float> packed, Span<float> plain) => plain.CopyTo(packed);

        public static void Move(ref float packed, ref float plain) => packed = plain;
    }

    private readonly struct Unpacking : IDirection<float>
    {
        public static void Move(Span<float> packed, Span<float> plain) => packed.CopyTo(plain);

        public static void Move(ref float packed, ref float plain) => plain = packed;
    }

    private readonly struct Rounding : IDirection<ushort>
    {
        public static void Move(Span<ushort> packed, Span<float> plain)
        {
            for (int i = 0; i < packed.Length; i++) packed[i] = WideBFloat16.Round(plain[i]);
        }

        public static void Move(ref ushort packed, ref float plain) => packed = WideBFloat16.Round(plain);
    }

    private readonly struct Widening : IDirection<ushort>
    {
        public static void Move(Span<ushort> packed, Span<float> plain)
        {
            for (int i = 0; i < packed.Length; i++) plain[i] = WideBFloat16.Of(packed[i]);
        }

        public static void Move(ref ushort packed, ref float plain) => plain = WideBFloat16.Of(packed);
    }
}
