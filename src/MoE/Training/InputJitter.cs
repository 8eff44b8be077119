using System.Runtime.CompilerServices;
using MoE.Experts.Sparse;
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

    /// <summary>The same for sparse rows; columns that are not there have their random numbers, too.</summary>
    /// <returns>What holds the values of the rows in <paramref name="target"/>.</returns>
    public static unsafe BatchMemory CopySparse(ref float inputs, ref float target, int rows, int width, double jitter, ulong seed)
    {
        int entries = 0;
        for (int row = 0; row < rows; row++)
            entries = checked(entries + SparseRow.At(ref Unsafe.Add(ref inputs, (nint)row * SparseRow.Floats)).Count);
        BatchMemory memory = BatchMemory.Rent(entries);
        float* values = (float*)Unsafe.AsPointer(ref memory.Origin);
        Xoshiro256 random = Xoshiro256.ForStream(seed, Stream);
        for (int row = 0; row < rows; row++)
        {
            ref SparseRow source = ref SparseRow.At(ref Unsafe.Add(ref inputs, (nint)row * SparseRow.Floats));
            int entry = 0;
            for (int column = 0; column < width; column++)
            {
                float factor = Factor(ref random, jitter);
                if (entry < source.Count && source.Indices[entry] == column)
                    values[entry] = source.Values[entry++] * factor;
            }
            SparseRow.At(ref Unsafe.Add(ref target, (nint)row * SparseRow.Floats)) = new SparseRow(source.FirstIndex, values, source.Count, isFinite: true);
            values += source.Count;
        }
        return memory;
    }

    private static float Factor(ref Xoshiro256 random, double jitter) =>
        (float)(1 + (jitter * ((2 * random.NextFraction()) - 1)));
}
