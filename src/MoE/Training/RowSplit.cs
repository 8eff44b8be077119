using System;
using System.Globalization;
using MoE.Numerics;

namespace MoE.Training;

/// <summary>Which rows train and which validate.</summary>
/// <param name="Training">Ascending.</param>
/// <param name="Validation">Ascending; empty without validation.</param>
internal sealed record RowSplit(int[] Training, int[] Validation)
{
    /// <summary>Sets the last part of a seeded shuffle aside for validation, at least one row.</summary>
    /// <exception cref="ArgumentException">No row would be left to train on.</exception>
    public static RowSplit Of(int rowCount, FitOptions options)
    {
        int[] rows = All(rowCount);
        if (options.ValidationFraction == 0) return new RowSplit(rows, []);

        int validation = Math.Max(1, (int)(rowCount * options.ValidationFraction));
        int training = rowCount - validation;
        if (training == 0)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"With FitOptions.ValidationFraction inputs must hold at least 2 rows, but holds {rowCount}."), "inputs");
        }

        RowShuffle.Shuffle(rows, options.Seed, epoch: 0);
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
