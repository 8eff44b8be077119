using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Experts;

namespace MoE.Training;

/// <summary>The task loss of a batch.</summary>
internal static class BatchLoss
{
    /// <summary>The loss, and its gradient in place of the outputs.</summary>
    /// <param name="set">The targets of the whole set.</param>
    /// <param name="rows">The batch's rows in it.</param>
    /// <param name="shape">The mixture's sizes.</param>
    /// <param name="weighed">How a classifier's is taken; null: plainly.</param>
    /// <param name="outputs">[rows x OutputStride].</param>
    /// <param name="rowLosses">Room for one of each row.</param>
    public static double Take(in TrainingSet set, ReadOnlySpan<int> rows, MixtureShape shape, WeighedLabels? weighed, ref float outputs, Span<double> rowLosses)
    {
        if (weighed is not null)
            return Take(weighed, set.Labels, rows, shape, ref outputs);
        if (set.IsClassification)
            TaskLoss.CrossEntropy(ref outputs, ref outputs, shape.OutputStride, shape.Outputs, set.Labels, rows, rows.Length, rowLosses);
        else
            TaskLoss.MeanSquared(ref outputs, ref outputs, shape.OutputStride, shape.Outputs, set.Targets, rows, rows.Length, rowLosses);
        return TaskLoss.Mean(rowLosses);
    }

    private static double Take(WeighedLabels weighed, ReadOnlySpan<int> labels, ReadOnlySpan<int> rows, MixtureShape shape, ref float outputs)
    {
        double loss = 0, total = weighed.Total(labels, rows);
        for (int row = 0; row < rows.Length; row++)
        {
            Span<float> output = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref outputs, (nint)row * shape.OutputStride), shape.OutputStride);
            loss += weighed.Take(output[..shape.Outputs], labels[rows[row]], total);
            output[shape.Outputs..].Clear();
        }
        return loss / total;
    }
}
