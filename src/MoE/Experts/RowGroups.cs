using System;
using System.ComponentModel;

namespace MoE.Experts;

/// <summary>Sorts assignments (row, slot) by expert, each expert's in row order: a counting sort.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RowGroups
{
    /// <summary>Marks an assignment that no expert takes.</summary>
    public const int Dropped = -1;

    /// <summary>Groups the assignments; those with a negative expert stay out.</summary>
    /// <param name="experts">The expert of each assignment, <see cref="Dropped"/> where none.</param>
    /// <param name="starts">Receives, for each expert, where its group begins; one element more than experts, the last one the total.</param>
    /// <param name="order">Receives the assignments, grouped.</param>
    /// <param name="places">Receives, for each assignment, its place in <paramref name="order"/>, or <see cref="Dropped"/>.</param>
    public static void Sort(ReadOnlySpan<int> experts, Span<int> starts, Span<int> order, Span<int> places)
    {
        starts.Clear();
        foreach (int expert in experts)
        {
            if (expert >= 0)
                starts[expert + 1]++;
        }
        for (int expert = 1; expert < starts.Length; expert++)
            starts[expert] += starts[expert - 1];
        // While filling, starts[e] runs through e's group; afterwards it stands where e + 1's began.
        for (int assignment = 0; assignment < experts.Length; assignment++)
        {
            int expert = experts[assignment];
            if (expert < 0)
            {
                places[assignment] = Dropped;
                continue;
            }
            int place = starts[expert]++;
            order[place] = assignment;
            places[assignment] = place;
        }
        for (int expert = starts.Length - 1; expert > 0; expert--)
            starts[expert] = starts[expert - 1];
        starts[0] = 0;
    }
}
