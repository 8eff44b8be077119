using System;
using System.Collections.Generic;
using System.Linq;

namespace Melee.Features;

/// <summary>The names of a category that have a column: the most frequent of the training states, as many as there are columns.</summary>
/// <remarks>A name seen rarely, or never, has none: its row is zero there, so that no untrained weight speaks for it.</remarks>
public sealed class Vocabulary
{
    private readonly Dictionary<string, int> _columns;

    /// <summary>Counts names.</summary>
    /// <param name="names">Those of all training states.</param>
    /// <param name="size">Columns.</param>
    /// <param name="floor">How often a name must occur to get one.</param>
    public Vocabulary(IEnumerable<string> names, int size, int floor) =>
        _columns = names
            .CountBy(name => name)
            .Where(count => count.Value >= floor)
            .OrderByDescending(count => count.Value)
            .ThenBy(count => count.Key, StringComparer.Ordinal)
            .Take(size)
            .Select((count, column) => (count.Key, column))
            .ToDictionary(pair => pair.Key, pair => pair.column);

    /// <summary>The column of a name, null if it has none.</summary>
    public int? ColumnOf(string name) => _columns.TryGetValue(name, out int column) ? column : null;
}
