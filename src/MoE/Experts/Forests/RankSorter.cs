using System;

namespace MoE.Experts.Forests;

/// <summary>Puts rows of a node in the order of a feature's ranks; of equal ranks, in the order in which they came.</summary>
internal sealed class RankSorter(int rows)
{
    // Counting passes over all ranks: worth it while they are not many more than the rows.
    private const int MostRanksOfRow = 4;

    private readonly long[] _keys = new long[rows];
    private readonly int[] _sorted = new int[rows];
    private int[] _starts = [];

    /// <returns>The rows in order; overwritten by the next call.</returns>
    public ReadOnlySpan<int> Sort(ReadOnlySpan<int> node, ReadOnlySpan<int> ranks, int distinct)
    {
        if (distinct <= MostRanksOfRow * node.Length)
            Count(node, ranks, distinct);
        else
            Compare(node, ranks);
        return _sorted.AsSpan(0, node.Length);
    }

    private void Count(ReadOnlySpan<int> node, ReadOnlySpan<int> ranks, int distinct)
    {
        if (_starts.Length < distinct + 1)
            _starts = new int[distinct + 1];
        Span<int> starts = _starts.AsSpan(0, distinct + 1);
        starts.Clear();
        foreach (int row in node)
            starts[ranks[row] + 1]++;
        for (int rank = 1; rank <= distinct; rank++)
            starts[rank] += starts[rank - 1];
        foreach (int row in node)
            _sorted[starts[ranks[row]]++] = row;
    }

    private void Compare(ReadOnlySpan<int> node, ReadOnlySpan<int> ranks)
    {
        Span<long> keys = _keys.AsSpan(0, node.Length);
        for (int place = 0; place < node.Length; place++)
            keys[place] = ((long)ranks[node[place]] << 32) | (uint)place;
        keys.Sort();
        for (int place = 0; place < node.Length; place++)
            _sorted[place] = node[(int)keys[place]];
    }
}
