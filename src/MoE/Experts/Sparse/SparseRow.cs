using System;
using System.Runtime.CompilerServices;

namespace MoE.Experts.Sparse;

/// <summary>
/// Where a sparse row's entries lie, in memory that does not move. It fills the place of a row of <see cref="Floats"/> floats: so
/// routing, gathering and sorting carry it about as any row, and only the layers that read it look inside.
/// </summary>
internal readonly unsafe struct SparseRow
{
    /// <summary>Floats from one to the next: a cache line.</summary>
    public const int Floats = 16;

    private readonly float _mark;
    private readonly int _count;
    private readonly int* _indices;
    private readonly float* _values;

    /// <param name="indices">The columns, ascending.</param>
    /// <param name="values">Their values.</param>
    /// <param name="count">How many.</param>
    /// <param name="isFinite">Whether all values are.</param>
    public SparseRow(int* indices, float* values, int count, bool isFinite)
    {
        _mark = isFinite ? 0 : float.NaN;
        _count = count;
        _indices = indices;
        _values = values;
    }

    public bool IsFinite => !float.IsNaN(_mark);

    public int Count => _count;

    public ReadOnlySpan<int> Indices => new(_indices, _count);

    public ReadOnlySpan<float> Values => new(_values, _count);

    /// <summary>The columns; the first of them.</summary>
    public int* FirstIndex => _indices;

    /// <summary>The values; the first of them.</summary>
    public float* FirstValue => _values;

    /// <summary>The row that stands at a place; all zeros make a row without entries.</summary>
    public static ref SparseRow At(ref float row) => ref Unsafe.As<float, SparseRow>(ref row);

    /// <summary>The value of a column, 0 where it is not there.</summary>
    public float Of(int column) => Indices.BinarySearch(column) is >= 0 and var entry ? _values[entry] : 0;

    /// <summary>Writes the row out.</summary>
    /// <param name="row">All columns, and what lies behind them.</param>
    public void Expand(Span<float> row)
    {
        row.Clear();
        for (int entry = 0; entry < _count; entry++)
            row[_indices[entry]] = _values[entry];
    }
}
