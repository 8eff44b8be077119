using System;
using MoE.Numerics;

namespace MoE.Training;

/// <summary>Standard normals for a router's noise, by Marsaglia's polar method: square roots and our own logarithm, so the same on every machine.</summary>
internal static class RouterNormals
{
    // Apart from the streams that a step's seed has elsewhere.
    private const long Stream = -3;

    public static void Draw(Span<float> normals, ulong seed)
    {
        Xoshiro256 random = Xoshiro256.ForStream(seed, Stream);
        for (int index = 0; index < normals.Length; index += 2)
        {
            double x, y, square;
            do
            {
                x = Uniform(ref random);
                y = Uniform(ref random);
                square = (x * x) + (y * y);
            }
            while (square is >= 1 or 0);
            double length = Math.Sqrt(-2 * FixedLog.Of(square) / square);
            normals[index] = (float)(x * length);
            if (index + 1 < normals.Length)
                normals[index + 1] = (float)(y * length);
        }
    }

    // From -1 to 1.
    private static double Uniform(ref Xoshiro256 random) => (2 * random.NextFraction()) - 1;
}
