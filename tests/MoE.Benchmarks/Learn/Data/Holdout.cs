using System;
using System.Collections.Generic;
using System.Linq;

namespace MoE.Benchmarks.Learn.Data;

/// <summary>Which items of a train file are held out to choose settings by; the test file is not looked at for that.</summary>
/// <param name="Fit">To learn.</param>
/// <param name="Measured">To be measured on.</param>
internal sealed record Holdout<TItem>(IReadOnlyList<TItem> Fit, IReadOnlyList<TItem> Measured)
{
    private const int Seed = 1;

    /// <summary>A random one of so many items.</summary>
    public static Holdout<TItem> ByRow(IReadOnlyList<TItem> items, int every)
    {
        TItem[] shuffled = [.. items];
        new Random(Seed).Shuffle(shuffled);
        int measured = shuffled.Length / every;
        return new(shuffled[measured..], shuffled[..measured]);
    }

    /// <summary>All items of every so-manieth group, so that what belongs together stays on one side.</summary>
    public static Holdout<TItem> ByGroup(IReadOnlyList<TItem> items, Func<TItem, string> groupOf, int every)
    {
        string[] groups = [.. items.Select(groupOf).Distinct().Order(StringComparer.Ordinal)];
        HashSet<string> measured = [.. groups.Where((_, index) => index % every == 0)];
        return new([.. items.Where(item => !measured.Contains(groupOf(item)))], [.. items.Where(item => measured.Contains(groupOf(item)))]);
    }
}
