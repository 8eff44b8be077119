using System;

namespace MoE.Training;

/// <summary>Which rows train and which validate.</summary>
/// <param name="Training">Ascending.</param>
/// <param name="Validation">Ascending; empty without validation.</param>
internal sealed record RowSplit(int[] Training, int[] Validation)
{
    /// <summary>Sets the last part of a seeded shuffle aside for validation; each side gets at least one row.</summary>
    public static RowSplit Of(int rowCount, FitOptions options)
    {
        int[] rows = All(rowCount);
        if (options.ValidationFraction == 0) return new RowSplit(rows, []);

        // Sequences stay whole.
        int length = options.UnitRows;
        int units = rowCount / length;
        int validation = Math.Clamp((int)(units * options.ValidationFraction), 1, units - 1) * length;
        int training = rowCount - validation;
        RowShuffle.Shuffle(rows, length, options.Seed, stream: 0);
        rows.AsSpan(0, training).Sort();
        rows.AsSpan(training).Sort();
        return new RowSplit(rows[..training], rows[training..]);
    }

    /// <summary>The rows in their own order.</summary>
    public static int[] All(int rowCount)
    {
        int[] rows = new int[rowCount];
        for (int row = 0; row < rowCount; row++) rows[row] = row;
        return rows;
    }
}
