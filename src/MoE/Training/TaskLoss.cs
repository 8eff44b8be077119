using System;
using System.ComponentModel;

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
    /// <param name="rowLosses">Receives each row's own mean.</param>
    public static void MeanSquared(
        ref float outputs, ref float gradient, int stride, int width, ReadOnlySpan<float> targets, ReadOnlySpan<int> rows, int batchRows, Span<double> rowLosses) =>
        throw new NotImplementedException();

    /// <summary>Mean over the rows of <c>-log softmax(y)[label]</c>, in nats.</summary>
    /// <param name="outputs">[rows x stride], of which the first <paramref name="width"/> columns count.</param>
    /// <param name="gradient">Laid out as <paramref name="outputs"/>, may be the same memory; columns from width to stride get 0.</param>
    /// <param name="stride">Floats from one row to the next, at least <paramref name="width"/>.</param>
    /// <param name="width">Classes.</param>
    /// <param name="labels">Class indices of the whole set.</param>
    /// <param name="rows">Which row of the set each row of outputs is.</param>
    /// <param name="batchRows">Rows of the whole batch, which the gradient's mean is over.</param>
    /// <param name="rowLosses">Receives each row's own loss.</param>
    public static void CrossEntropy(
        ref float outputs, ref float gradient, int stride, int width, ReadOnlySpan<int> labels, ReadOnlySpan<int> rows, int batchRows, Span<double> rowLosses) =>
        throw new NotImplementedException();

    /// <summary>The batch's loss: the mean of its rows' losses, summed in row order.</summary>
    public static double Mean(ReadOnlySpan<double> rowLosses) => throw new NotImplementedException();
}
