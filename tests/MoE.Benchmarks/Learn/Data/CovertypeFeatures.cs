using System;
using System.Collections.Generic;
using System.Linq;

namespace MoE.Benchmarks.Learn.Data;

/// <summary>Rows of covertype-15k: numbers standardised, the compass as sine and cosine, distance and height of the water, then wilderness area and soil type one-hot.</summary>
internal sealed class CovertypeFeatures
{
    private const int Areas = 4;
    private const int Soils = 40;
    private const int NumberCount = 14;

    /// <summary>Features of a row.</summary>
    public const int Size = NumberCount + Areas + Soils;

    private readonly Standardization _standardization;

    /// <param name="lines">The lines to learn.</param>
    public CovertypeFeatures(IReadOnlyList<string[]> lines) => _standardization = new Standardization([.. lines.Select(Numbers)]);

    /// <summary>The row of a line.</summary>
    public float[] Of(string[] line) =>
    [
        .. _standardization.Of(Numbers(line)), .. OneHot.Of(TsvFile.Whole(line[11]) - 1, Areas), .. OneHot.Of(TsvFile.Whole(line[12]) - 1, Soils),
    ];

    private static double[] Numbers(string[] line)
    {
        double[] numbers = TsvFile.Numbers(line.AsSpan(1, 10));
        double elevation = numbers[0], aspect = numbers[1] * Math.PI / 180, across = numbers[3], above = numbers[4];
        return [.. numbers, Math.Sin(aspect), Math.Cos(aspect), Math.Sqrt(across * across + above * above), elevation - above];
    }
}
