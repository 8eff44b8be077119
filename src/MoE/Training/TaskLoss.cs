using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Numerics;

namespace MoE.Training;

/// <summary>
/// Task losses and their gradients by the outputs. A row's loss and gradient depend on that row and the batch's row count alone,
/// so any part of a batch may be computed by any thread.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TaskLoss
{
    /// <summary>Mean over all elements of <c>(y - target)^2</c>.</summary>
    /// <param name="outputs">[rows x stride], of which the first <paramref name="width"/> columns count.</param>
    /// <param name="gradient">Laid out as <paramref name="outputs"/>, may be the same memory; columns from width to stride get 0.</param>
    /// <param name="stride">Floats from one row to the next, at least <paramref name="width"/>.</param>
    /// <param name="width">Columns of an output.</param>
    /// <param name="targets">Targets of the whole set, [set's rows x width].</param>
    /// <param name="rows">Which row of the set each row of outputs is.</param>
    /// <param name="batchRows">Rows of the whole batch, which the gradient's mean is over.</param>
    /// <param name="rowLosses">[rows], receives each row's own mean.</param>
    public static void MeanSquared(
        ref float outputs, ref float gradient, int stride, int width, ReadOnlySpan<float> targets, ReadOnlySpan<int> rows, int batchRows, Span<double> rowLosses)
    {
        double scale = 2.0 / ((double)batchRows * width);
        for (int i = 0; i < rows.Length; i++)
        {
            ReadOnlySpan<float> y = Row(ref outputs, i, stride)[..width];
            Span<float> g = Row(ref gradient, i, stride);
            ReadOnlySpan<float> target = targets.Slice(rows[i] * width, width);
            rowLosses[i] = MeanSquaredOfRow(y, target);
            for (int column = 0; column < width; column++) g[column] = (float)(((double)y[column] - target[column]) * scale);
            g[width..].Clear();
        }
    }

    /// <summary>Mean over the rows of <c>-log softmax(y)[label]</c>, in nats.</summary>
    /// <param name="outputs">[rows x stride], of which the first <paramref name="width"/> columns count.</param>
    /// <param name="gradient">Laid out as <paramref name="outputs"/>, may be the same memory; columns from width to stride get 0.</param>
    /// <param name="stride">Floats from one row to the next, at least <paramref name="width"/>.</param>
    /// <param name="width">Classes.</param>
    /// <param name="labels">Class indices of the whole set.</param>
    /// <param name="rows">Which row of the set each row of outputs is.</param>
    /// <param name="batchRows">Rows of the whole batch, which the gradient's mean is over.</param>
    /// <param name="rowLosses">[rows], receives each row's own loss.</param>
    public static void CrossEntropy(
        ref float outputs, ref float gradient, int stride, int width, ReadOnlySpan<int> labels, ReadOnlySpan<int> rows, int batchRows, Span<double> rowLosses)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            int label = labels[rows[i]];
            Span<float> g = Row(ref gradient, i, stride);
            rowLosses[i] = CrossEntropyOfRow(Row(ref outputs, i, stride)[..width], label, g[..width], out double sum);
            for (int c = 0; c < width; c++)
            {
                // In double, as the label's probability may be close to 1.
                double probability = g[c] / sum;
                g[c] = (float)((c == label ? probability - 1 : probability) / batchRows);
            }

            g[width..].Clear();
        }
    }

    /// <summary>The batch's loss: the mean of its rows' losses, summed in row order.</summary>
    public static double Mean(ReadOnlySpan<double> rowLosses)
    {
        double sum = 0;
        foreach (double loss in rowLosses) sum += loss;
        return sum / rowLosses.Length;
    }

    /// <summary>One row's mean squared error.</summary>
    internal static double MeanSquaredOfRow(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets)
    {
        double sum = 0;
        for (int column = 0; column < outputs.Length; column++)
        {
            double error = (double)outputs[column] - targets[column];
            sum += error * error;
        }

        return sum / outputs.Length;
    }

    /// <summary>One row's cross entropy: <c>log sum_c exp(y_c - max) + max - y_label</c>.</summary>
    /// <param name="outputs">The row.</param>
    /// <param name="label">Its class.</param>
    /// <param name="exponentials">Receives <c>exp(y_c - max)</c>; may be the same memory as <paramref name="outputs"/>.</param>
    /// <param name="sum">Their sum, at least 1.</param>
    internal static double CrossEntropyOfRow(ReadOnlySpan<float> outputs, int label, Span<float> exponentials, out double sum)
    {
        float max = outputs[0];
        foreach (float y in outputs) max = Math.Max(max, y);

        double distance = (double)max - outputs[label];
        sum = 0;
        for (int c = 0; c < outputs.Length; c++)
        {
            float exponential = ScalarMath.Exp(outputs[c] - max);
            exponentials[c] = exponential;
            sum += exponential;
        }

        return FixedLog.Of(sum) + distance;
    }

    private static Span<float> Row(ref float origin, int row, int stride) =>
        MemoryMarshal.CreateSpan(ref Unsafe.Add(ref origin, (nint)row * stride), stride);
}
