using System;

namespace MoE;

/// <summary>
/// Rows most of whose columns are zero, as compressed sparse rows (CSR): for each row the columns that are there, ascending, and their
/// values. What a model of <c>[MixtureOfExperts(SparseInputs = true)]</c> says of them has the bits that it has for the same rows written
/// out, a column that is not there being 0.
/// </summary>
/// <remarks>Row r has the entries from <c>starts[r]</c> to <c>starts[r + 1]</c>, that one excluded. What the spans hold is checked by the call that takes them.</remarks>
/// <param name="indices">The column of each entry, from 0 to InputSize - 1, strictly ascending within a row.</param>
/// <param name="values">The value of each entry.</param>
/// <param name="starts">[rows + 1]: where each row's entries begin, 0 at first, and how many entries there are at last; empty for no rows.</param>
public readonly ref struct SparseRows(ReadOnlySpan<int> indices, ReadOnlySpan<float> values, ReadOnlySpan<int> starts)
{
    /// <summary>The column of each entry.</summary>
    public ReadOnlySpan<int> Indices { get; } = indices;

    /// <summary>The value of each entry.</summary>
    public ReadOnlySpan<float> Values { get; } = values;

    /// <summary>Where each row's entries begin, and how many there are in all.</summary>
    public ReadOnlySpan<int> Starts { get; } = starts;

    /// <summary>How many rows.</summary>
    public int Count => Math.Max(0, Starts.Length - 1);
}
