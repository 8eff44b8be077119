using System.Runtime.CompilerServices;
using MoE.Numerics;

namespace MoE.Training;

/// <summary>Multiplies a router's copy of the inputs by random numbers, so that near choices are tried both ways (Fedus et al., 2021, section 2.2).</summary>
internal static class InputJitter
{
    // Apart from the streams that a step's seed has elsewhere.
    private const long Stream = -2;

    /// <summary>rows x width, each value times a number from 1 - jitter to 1 + jitter; what lies behind the width is copied.</summary>
    public static void Copy(ref float inputs, ref float target, int rows, int width, int stride, double jitter, ulong seed)
    {
        Xoshiro256 random = Xoshiro256.ForStream(seed, Stream);
        for (int row = 0; row < rows; row++)
        {
            nint first = (nint)row * stride;
            for (int column = 0; column < stride; column++)
            {
                float value = Unsafe.Add(ref inputs, first + column);
                Unsafe.Add(ref target, first + column) = column < width ? value * Factor(ref random, jitter) : value;
            }
        }
    }

    private static float Factor(ref Xoshiro256 random, double jitter) =>
        (float)(1 + (jitter * ((2 * random.NextFraction()) - 1)));
}
