using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using MoE.Experts.Sparse;
using MoE.Persistence;

namespace MoE.Training.Checkpoints;

/// <summary>All that decides the bits of a Fit, by name: two that agree in it go the same way.</summary>
internal static class FitTerms
{
    /// <summary>Of a Fit to rows in memory.</summary>
    public static ImmutableArray<(string Name, string Value)> Of(FitTarget target, FitOptions options, long steps, in TrainingSet set)
    {
        return
        [
            .. Of(target, options, steps),
            ("rows", Text($"{set.RowCount}")),
            ("inputs' checksum", set.IsSparse ? SparseChecksum(set.Inputs) : Checksum(set.Inputs)),
            ("targets' checksum", Checksum(set.Targets)),
            ("labels' checksum", Checksum(set.Labels)),
            ("expertLosses' checksum", Checksum(set.ExpertLosses)),
            ("RouterNoise's checksum", Checksum(set.RouterNoise)),
        ];
    }

    /// <summary>Of a Fit to rows that nobody sees all at once.</summary>
    public static ImmutableArray<(string Name, string Value)> Of(FitTarget target, FitOptions options, long steps) =>
    [
        ("what is trained", target.Name),
        (nameof(options.BatchSize), Text($"{options.BatchSize}")),
        (nameof(options.LearningRate), Text($"{options.LearningRate:R}")),
        (nameof(options.WeightDecay), Text($"{options.WeightDecay:R}")),
        (nameof(options.Beta1), Text($"{options.Beta1:R}")),
        (nameof(options.Beta2), Text($"{options.Beta2:R}")),
        (nameof(options.Epsilon), Text($"{options.Epsilon:R}")),
        (nameof(options.ClipNorm), Text($"{options.ClipNorm:R}")),
        (nameof(options.Shuffle), Text($"{options.Shuffle}")),
        (nameof(options.Seed), Text($"{options.Seed}")),
        (nameof(options.ValidationFraction), Text($"{options.ValidationFraction:R}")),
        (nameof(options.Patience), Text($"{options.Patience}")),
        (nameof(options.Schedule), Text($"{options.Schedule}")),
        (nameof(options.WarmupSteps), Text($"{options.WarmupSteps}")),
        (nameof(options.FinalLearningRate), Text($"{options.FinalLearningRate:R}")),
        // A schedule is stretched over all steps.
        ("steps of the schedule", options.Schedule == LearningRateSchedule.Constant ? "any" : Text($"{steps}")),
        (nameof(options.ClassWeights), options.ClassWeights is null ? "none" : string.Join(' ', Texts(options.ClassWeights))),
        (nameof(options.LabelSmoothing), Text($"{options.LabelSmoothing:R}")),
        (nameof(options.ForestRounds), Text($"{options.ForestRounds}")),
        (nameof(options.SequenceLength), Text($"{options.SequenceLength}")),
        (nameof(options.LossOn), Text($"{options.LossOn}")),
    ];

    private static string Checksum<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Crc32 crc = default;
        crc.Append(MemoryMarshal.AsBytes(values));
        return crc.Value.ToString("x8", CultureInfo.InvariantCulture);
    }

    // Rows are where their entries lie: what counts is what those are.
    private static string SparseChecksum(ReadOnlySpan<float> rows)
    {
        Crc32 crc = default;
        for (int first = 0; first < rows.Length; first += SparseRow.Floats)
        {
            ref SparseRow row = ref SparseRow.At(ref MemoryMarshal.GetReference(rows[first..]));
            int count = row.Count;
            crc.Append(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in count)));
            crc.Append(MemoryMarshal.AsBytes(row.Indices));
            crc.Append(MemoryMarshal.AsBytes(row.Values));
        }
        return crc.Value.ToString("x8", CultureInfo.InvariantCulture);
    }

    private static IEnumerable<string> Texts(IEnumerable<double> values)
    {
        foreach (double value in values)
            yield return Text($"{value:R}");
    }

    private static string Text(FormattableString value) => FormattableString.Invariant(value);
}
