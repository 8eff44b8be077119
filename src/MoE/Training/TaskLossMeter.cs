using System;

namespace MoE.Training;

/// <summary>The mean task loss, summed in row order.</summary>
internal sealed class TaskLossMeter(int width) : IOutputMeter
{
    private readonly float[] _exponentials = new float[width];
    private double _sum;
    private long _rows;

    public double Mean => _sum / _rows;

    public void Add(in TrainingSet set, ReadOnlySpan<int> rows, ReadOnlySpan<float> outputs)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            ReadOnlySpan<float> row = outputs.Slice(i * width, width);
            _sum += set.IsClassification
                ? TaskLoss.CrossEntropyOfRow(row, set.Labels[rows[i]], _exponentials, out _)
                : TaskLoss.MeanSquaredOfRow(row, set.Targets.Slice(rows[i] * width, width));
        }

        _rows += rows.Length;
    }
}
