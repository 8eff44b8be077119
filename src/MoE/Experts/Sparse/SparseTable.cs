using System;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Numerics;

namespace MoE.Experts.Sparse;

/// <summary>Sparse rows as the drivers take them: a <see cref="SparseRow"/> for each, and behind them the entries, copied to where they do not move.</summary>
internal static class SparseTable
{
    /// <summary>The room for some rows.</summary>
    public static int FloatsOf(SparseRows rows) => checked((rows.Count * SparseRow.Floats) + (2 * rows.Indices.Length));

    /// <summary>Checks rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="width">Columns of the model.</param>
    /// <exception cref="ArgumentException">They are no compressed sparse rows, or not of that width.</exception>
    public static void Demand(SparseRows rows, int width)
    {
        if (rows.Values.Length != rows.Indices.Length)
            throw Wrong($"inputs must hold a value for each index, but holds {rows.Indices.Length} indices and {rows.Values.Length} values.");
        int count = rows.Count, first = rows.Starts.IsEmpty ? 0 : rows.Starts[0], end = rows.Starts.IsEmpty ? 0 : rows.Starts[count];
        if (first != 0)
            throw Wrong($"inputs.Starts must begin with 0, where the entries of row 0 do, but begins with {first}.");
        for (int row = 0; row < count; row++)
        {
            if (rows.Starts[row + 1] < rows.Starts[row])
                throw Wrong($"inputs.Starts must not descend, but row {row} begins at entry {rows.Starts[row]} and ends before entry {rows.Starts[row + 1]}.");
        }
        if (end != rows.Indices.Length)
            throw Wrong($"inputs.Starts must end with the number of entries, {rows.Indices.Length}, but ends with {end}.");
        for (int row = 0; row < count; row++)
        {
            int before = -1;
            for (int entry = rows.Starts[row]; entry < rows.Starts[row + 1]; entry++)
            {
                int index = rows.Indices[entry];
                if (index <= before || index >= width)
                    throw WrongIndex(row, entry - rows.Starts[row], index, before, width);
                before = index;
            }
        }
    }

    /// <summary>Copies rows that were checked.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="memory">Of <see cref="FloatsOf"/>, on the pinned heap.</param>
    /// <returns>The rows, <see cref="SparseRow.Floats"/> floats for each.</returns>
    public static unsafe ReadOnlySpan<float> Fill(SparseRows rows, Span<float> memory)
    {
        int count = rows.Count, entries = rows.Indices.Length;
        Span<float> table = memory[..(count * SparseRow.Floats)];
        Span<int> indices = MemoryMarshal.Cast<float, int>(memory.Slice(table.Length, entries));
        Span<float> values = memory.Slice(table.Length + entries, entries);
        rows.Indices.CopyTo(indices);
        rows.Values.CopyTo(values);
        int* firstIndex = (int*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(indices));
        float* firstValue = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(values));
        for (int row = 0; row < count; row++)
        {
            int start = rows.Starts[row], length = rows.Starts[row + 1] - start;
            bool isFinite = FiniteCheck.IsFinite(ref *(firstValue + start), length);
            SparseRow.At(ref table[row * SparseRow.Floats]) = new SparseRow(firstIndex + start, firstValue + start, length, isFinite);
        }
        return table;
    }

    private static ArgumentException WrongIndex(int row, int entry, int index, int before, int width) => index < 0 || index >= width
        ? Wrong($"inputs.Indices must be columns from 0 to {width - 1}, but entry {entry} of row {row} is {index}.")
        : Wrong($"inputs.Indices must ascend within a row, each column once, but entry {entry} of row {row} is {index} behind {before}.");

    private static ArgumentException Wrong(FormattableString message, string parameter = "inputs") => new(message.ToString(CultureInfo.InvariantCulture), parameter);
}
