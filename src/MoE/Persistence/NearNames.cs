using System;
using System.Collections.Generic;
using System.Linq;

namespace MoE.Persistence;

/// <summary>Names that the user may have meant.</summary>
internal static class NearNames
{
    private const int Shown = 3;
    private const int Longest = 128;

    /// <summary>A sentence with the names that differ least from the one that was asked for.</summary>
    public static string Suggest(string name, IEnumerable<string> known)
    {
        string asked = Clip(name);
        IEnumerable<string> nearest = known.OrderBy(candidate => Distance(asked, Clip(candidate))).ThenBy(candidate => candidate, StringComparer.Ordinal).Take(Shown);
        string list = string.Join(", ", nearest.Select(candidate => $"'{candidate}'"));
        return list.Length == 0 ? "There is no tensor at all." : $"The nearest names are {list}.";
    }

    /// <summary>The name as a message may show it: names in files can be megabytes long.</summary>
    public static string Clip(string name) => name.Length <= Longest ? name : string.Concat(name.AsSpan(0, Longest), "...");

    // Levenshtein's distance, one row at a time.
    private static int Distance(string left, string right)
    {
        Span<int> row = stackalloc int[Longest + 8];
        for (int j = 0; j <= right.Length; j++) row[j] = j;
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int changed = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.Length];
    }
}
