using System;
using System.Linq;
using Shouldly;

namespace MoE.Tests;

/// <summary>Padded rows for the passes: reproducible values, and garbage where a pass must not look.</summary>
internal static class Rows
{
    public static readonly int[] Widths = [1, 3, 16, 17, 63, 257];

    public static int Stride(int width) => (width + 15) / 16 * 16;

    /// <summary>Rows of values in [-scale, scale], padding filled with <paramref name="padding"/>.</summary>
    public static float[] Random(int seed, int rows, int width, float scale = 3f, float padding = 0f)
    {
        Random random = new(seed);
        int stride = Stride(width);
        float[] values = new float[rows * stride];
        Array.Fill(values, padding);
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < width; column++)
                values[row * stride + column] = scale * (2f * random.NextSingle() - 1f);
        }

        return values;
    }

    /// <summary>Blocks of 16 gates and the 16 ups of the same columns.</summary>
    public static float[] Interleave(float[] gate, float[] up) =>
        gate.Chunk(16).Zip(up.Chunk(16), (g, u) => g.Concat(u)).SelectMany(block => block).ToArray();

    public static (float[] Gate, float[] Up) Split(float[] gateUp) =>
        (gateUp.Chunk(32).SelectMany(block => block[..16]).ToArray(), gateUp.Chunk(32).SelectMany(block => block[16..]).ToArray());

    public static void PaddingShouldBeZero(float[] values, int width)
    {
        int stride = Stride(width);
        for (int at = 0; at < values.Length; at++)
        {
            if (at % stride >= width)
                values[at].ShouldBe(0f, $"row {at / stride}, column {at % stride} of width {width}");
        }
    }

    /// <summary>Each real column within tolerance of the reference, absolutely and relatively.</summary>
    public static void ShouldBeClose(float[] actual, int width, Func<int, int, double> reference, double tolerance)
    {
        int stride = Stride(width);
        for (int at = 0; at < actual.Length; at++)
        {
            int row = at / stride, column = at % stride;
            if (column >= width)
                continue;
            double expected = reference(row, column);
            Math.Abs(actual[at] - expected).ShouldBeLessThan(tolerance * (1 + Math.Abs(expected)), $"row {row}, column {column} of width {width}");
        }
    }
}
