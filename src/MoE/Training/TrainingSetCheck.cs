using System;
using System.Globalization;
using System.Runtime.InteropServices;
using MoE.Experts.Sparse;
using MoE.Numerics;

namespace MoE.Training;

/// <summary>What a Fit refuses before it changes anything.</summary>
internal static class TrainingSetCheck
{
    /// <exception cref="ArgumentException">Too few rows, or a number that is not finite, named by row and column.</exception>
    public static void DemandTrainable(in TrainingSet set, ITrainableModel model, FitOptions options)
    {
        // With validation each side needs a row, or a sequence.
        int length = options.UnitRows;
        DemandRows(set.RowCount, (options.ValidationFraction > 0 ? 2 : 1) * length);
        DemandSequences(set.RowCount, length);
        if (set.IsSparse) DemandFiniteRows(set);
        else DemandFinite(set.Inputs, model.InputSize, "inputs");
        DemandFinite(set.Targets, model.TargetSize, "targets");
        DemandFinite(set.RouterNoise, Math.Max(1, set.RouterNoise.Length / set.RowCount), "routerNoise");
        DemandFinite(set.ExpertLosses, Math.Max(1, set.ExpertLosses.Length / set.RowCount), "expertLosses");
    }

    /// <exception cref="ArgumentException">Fewer rows than that.</exception>
    public static void DemandRows(int inputs, int minimum)
    {
        if (inputs >= minimum) return;

        throw new ArgumentException(
            string.Create(CultureInfo.InvariantCulture, $"inputs must hold at least {minimum} row{(minimum == 1 ? "" : "s")}, but holds {inputs}."), nameof(inputs));
    }

    /// <exception cref="ArgumentException">The rows are no whole sequences.</exception>
    public static void DemandSequences(int inputs, int length)
    {
        if (inputs % length == 0) return;

        throw new ArgumentException(
            string.Create(CultureInfo.InvariantCulture, $"inputs must hold whole sequences of {length} rows, but holds {inputs} rows."), nameof(inputs));
    }

    private static void DemandFinite(ReadOnlySpan<float> values, int width, string parameter)
    {
        if (FiniteCheck.IsFinite(ref MemoryMarshal.GetReference(values), values.Length)) return;

        int index = 0;
        while (float.IsFinite(values[index])) index++;
        (int row, int column) = Math.DivRem(index, width);
        throw NotFinite(parameter, row, column, values[index]);
    }

    private static void DemandFiniteRows(in TrainingSet set)
    {
        for (int index = 0; index < set.RowCount; index++)
        {
            ref SparseRow row = ref SparseRow.At(ref MemoryMarshal.GetReference(set.Inputs.Slice(index * SparseRow.Floats, SparseRow.Floats)));
            if (row.IsFinite) continue;

            int entry = 0;
            while (float.IsFinite(row.Values[entry])) entry++;
            throw NotFinite("inputs", index, row.Indices[entry], row.Values[entry]);
        }
    }

    private static ArgumentException NotFinite(string parameter, int row, int column, float value) => new(
        string.Create(CultureInfo.InvariantCulture, $"{parameter} must be finite numbers, but row {row}, column {column} is {value}."), parameter);
}
