using System;
using System.Collections.Generic;
using MoE;

namespace ErrorTriage;

/// <summary>Rows as the columns that are not zero.</summary>
public sealed class SparseTable
{
    private readonly int[] _indices;
    private readonly float[] _values;
    private readonly int[] _starts;

    private SparseTable(int[] indices, float[] values, int[] starts) => (_indices, _values, _starts) = (indices, values, starts);

    /// <summary>Of rows that are written out.</summary>
    public static SparseTable Of(ReadOnlySpan<float> rows, int width)
    {
        List<int> indices = [], starts = [0];
        List<float> values = [];
        for (; !rows.IsEmpty; rows = rows[width..])
        {
            for (int column = 0; column < width; column++)
            {
                if (rows[column] == 0) continue;
                indices.Add(column);
                values.Add(rows[column]);
            }

            starts.Add(indices.Count);
        }

        return new SparseTable([.. indices], [.. values], [.. starts]);
    }

    /// <summary>The first rows.</summary>
    public SparseRows First(int rows) => new(_indices.AsSpan(0, _starts[rows]), _values.AsSpan(0, _starts[rows]), _starts.AsSpan(0, rows + 1));
}
