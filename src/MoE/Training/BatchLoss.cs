using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MoE.Training;

/// <summary>The task loss of a batch.</summary>
internal static class BatchLoss
{
    /// <summary>The loss, and its gradient in place of the outputs.</summary>
    /// <param name="set">The targets of the whole set.</param>
    /// <param name="rows">The batch's rows in it.</param>
    /// <param name="weighed">How a classifier's is taken; null: plainly.</param>
    /// <param name="outputs">[rows x stride].</param>
    /// <param name="width">Columns of a row of outputs.</param>
    /// <param name="stride">Floats from one row to the next.</param>
    /// <param name="rowLosses">Room for one of each row.</param>
    public static double Take(in TrainingSet set, ReadOnlySpan<int> rows, WeighedLabels? weighed, ref float outputs, int width, int stride, Span<double> rowLosses)
    {
        if (weighed is not null)
            return Take(weighed, set.Labels, rows, ref outputs, width, stride);
        if (set.IsClassification)
            TaskLoss.CrossEntropy(ref outputs, ref outputs, stride, width, set.Labels, rows, rows.Length, rowLosses);
        else
            TaskLoss.MeanSquared(ref outputs, ref outputs, stride, width, set.Targets, rows, rows.Length, rowLosses);
        return TaskLoss.Mean(rowLosses);
    }

    private static double Take(WeighedLabels weighed, ReadOnlySpan<int> labels, ReadOnlySpan<int> rows, ref float outputs, int width, int stride)
    {
        double loss = 0, total = weighed.Total(labels, rows);
        for (int row = 0; row < rows.Length; row++)
        {
            Span<float> output = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref outputs, (nint)row * stride), stride);
            loss += weighed.Take(output[..width], labels[rows[row]], total);
            output[width..].Clear();
        }
        return loss / total;
    }
}
