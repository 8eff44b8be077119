using System;
using System.Collections.Generic;

namespace MoE.Tests.Sparse;

/// <summary>Sparse rows with the same rows written out.</summary>
internal sealed class SparseData
{
    private readonly List<int> _indices = [];
    private readonly List<float> _values = [];
    private readonly List<int> _starts = [0];

    private SparseData(int rows, int width)
    {
        Width = width;
        Whole = new float[rows * width];
    }

    public int Width { get; }

    public float[] Whole { get; }

    public int[] Indices => [.. _indices];

    public float[] Values => [.. _values];

    public int[] Starts => [.. _starts];

    public int Rows => _starts.Count - 1;

    public SparseRows Sparse => new(Indices, Values, Starts);

    /// <summary>Some rows of it, from one on.</summary>
    public SparseData Slice(int first, int rows)
    {
        int[] indices = Indices, starts = Starts;
        return Of(rows, Width, (row, column) => Array.BinarySearch(indices, starts[first + row], starts[first + row + 1] - starts[first + row], column) >= 0
            ? Whole[((first + row) * Width) + column] : null);
    }

    /// <summary>Random rows: some without entries, some full, zeros of both signs among the values.</summary>
    public static SparseData Random(int seed, int rows, int width)
    {
        Random random = new(seed);
        SparseData data = new(rows, width);
        for (int row = 0; row < rows; row++)
        {
            double density = random.Next(8) switch { 0 => 0, 1 => 1, 2 => 0.5, _ => Math.Min(0.4, 12.0 / width) };
            data.Add(row, column => random.NextDouble() < density
                ? random.Next(20) switch { 0 => 0f, 1 => -0f, 2 => 1e-30f, _ => (2 * random.NextSingle()) - 1 }
                : null);
        }
        return data;
    }

    /// <summary>Rows with the entries that a function says.</summary>
    public static SparseData Of(int rows, int width, Func<int, int, float?> value)
    {
        SparseData data = new(rows, width);
        for (int row = 0; row < rows; row++)
            data.Add(row, column => value(row, column));
        return data;
    }

    private void Add(int row, Func<int, float?> value)
    {
        for (int column = 0; column < Width; column++)
        {
            if (value(column) is not { } there)
                continue;
            _indices.Add(column);
            _values.Add(there);
            Whole[(row * Width) + column] = there;
        }
        _starts.Add(_indices.Count);
    }
}
