using System;
using System.Runtime.InteropServices;

namespace MoE.Persistence;

/// <summary>Moves elements between their row-major order, which files and users see, and their places in the buffer.</summary>
internal static class TensorPacking
{
    // A cache line of inputs at a time: rows of the tensor are read, and lanes written, while both sides stay in the L1 cache.
    private const int Block = 16;

    private interface IDirection
    {
        static abstract void Move(Span<float> packed, Span<float> plain);

        static abstract void Move(ref float packed, ref float plain);
    }

    /// <summary>Puts elements [first, first + values.Length) of the tensor in their places.</summary>
    public static void Pack(TensorLayout tensor, int first, ReadOnlySpan<float> values, Span<float> floats)
    {
        // Packing only reads the plain side.
        Span<float> plain = MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(values), values.Length);
        MoveRange<Packing>(tensor, first, floats, plain);
    }

    /// <summary>Collects elements [first, first + values.Length) of the tensor from their places.</summary>
    public static void Unpack(TensorLayout tensor, int first, Span<float> floats, Span<float> values) =>
        MoveRange<Unpacking>(tensor, first, floats, values);

    // A range is the rest of a row, whole rows and the beginning of a row.
    private static void MoveRange<TDirection>(TensorLayout tensor, int first, Span<float> floats, Span<float> plain)
        where TDirection : struct, IDirection
    {
        int inputs = tensor.Inputs;
        (int row, int input) = Math.DivRem(first, inputs);
        while (plain.Length > 0)
        {
            bool whole = input == 0 && plain.Length >= inputs;
            int rows = whole ? plain.Length / inputs : 1;
            int columns = whole ? inputs : Math.Min(inputs - input, plain.Length);
            MoveRectangle<TDirection>(tensor.Placement, row, rows, input, columns, floats, plain);
            plain = plain[(rows * columns)..];
            row += rows;
            input = 0;
        }
    }

    private static void MoveRectangle<TDirection>(
        TensorPlacement placement, int row, int rows, int input, int columns, Span<float> floats, Span<float> plain)
        where TDirection : struct, IDirection
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
                MoveGroup<TDirection>(floats[group..], placement.InputStride, end - from, columns, plain[(from * columns)..]);
        }
    }

    private static void MoveGroup<TDirection>(Span<float> group, int stride, int lanes, int columns, Span<float> plain)
        where TDirection : struct, IDirection
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

    private readonly struct Packing : IDirection
    {
        public static void Move(Span<float> packed, Span<float> plain) => plain.CopyTo(packed);

        public static void Move(ref float packed, ref float plain) => packed = plain;
    }

    private readonly struct Unpacking : IDirection
    {
        public static void Move(Span<float> packed, Span<float> plain) => packed.CopyTo(plain);

        public static void Move(ref float packed, ref float plain) => plain = packed;
    }
}
