using System;
using System.Runtime.CompilerServices;
using MoE.Experts;

namespace MoE.Numerics;

/// <summary>Rows divided by their length: <c>x / sqrt(sum of x^2 + 1e-6)</c>, so that a row of zeros stays one.</summary>
internal static class UnitRows
{
    private const float Least = 1e-6f;

    /// <summary>Rows one stride apart, a multiple of 16; what lies behind their width is zero and stays so.</summary>
    public static void Run(ref float rows, ref float units, int count, int width, int stride)
    {
        for (nint row = 0; row < count; row++)
        {
            float factor = Factor(ref Unsafe.Add(ref rows, row * stride), width);
            Combine.Row(ref Unsafe.Add(ref rows, row * stride), 0, ref factor, 1, ref Unsafe.Add(ref units, row * stride), stride);
        }
    }

    /// <summary>What a row is multiplied by.</summary>
    public static float Factor(ref float row, int width) => 1 / MathF.Sqrt(Reduction.SumOfSquares(ref row, width) + Least);
}
