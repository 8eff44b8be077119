using System;
using System.Globalization;

namespace MoE.Training;

/// <summary>What a Fit refuses before it changes anything.</summary>
internal static class TrainingSetCheck
{
    /// <exception cref="ArgumentException">No rows, or a number that is not finite, named by row and column.</exception>
    public static void DemandTrainable(in TrainingSet set, ITrainableModel model)
    {
        DemandRows(set);
        DemandFinite(set.Inputs, model.InputSize, "inputs");
        DemandFinite(set.Targets, model.TargetSize, "targets");
    }

    /// <exception cref="ArgumentException">No rows.</exception>
    public static void DemandRows(in TrainingSet set)
    {
        if (set.RowCount == 0) throw new ArgumentException("inputs must hold at least one row, but is empty.", "inputs");
    }

    private static void DemandFinite(ReadOnlySpan<float> values, int width, string parameter)
    {
        int index = NonFinite.IndexIn(values);
        if (index < 0) return;

        (int row, int column) = Math.DivRem(index, width);
        throw new ArgumentException(
            string.Create(CultureInfo.InvariantCulture, $"{parameter} must be finite numbers, but row {row}, column {column} is {values[index]}."), parameter);
    }
}
