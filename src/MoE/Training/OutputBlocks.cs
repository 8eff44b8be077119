using System;

namespace MoE.Training;

/// <summary>Predicts rows of a set block by block, so that memory does not grow with the set.</summary>
internal static class OutputBlocks
{
    private const int BlockRows = 256;

    /// <summary>Feeds the outputs of <paramref name="rows"/>, in order, to every meter.</summary>
    public static void Measure(ITrainableModel model, in TrainingSet set, ReadOnlySpan<int> rows, int length, int threads, params ReadOnlySpan<IOutputMeter> meters)
    {
        // Rows that see each other are predicted in one go.
        int blockRows = !model.RowsSeeEachOther ? BlockRows : length == 0 ? rows.Length : length;
        int capacity = Math.Min(blockRows, rows.Length);
        float[] inputs = new float[capacity * model.InputSize];
        float[] outputs = new float[capacity * model.TargetSize];
        for (int start = 0; start < rows.Length; start += blockRows)
        {
            ReadOnlySpan<int> block = rows.Slice(start, Math.Min(blockRows, rows.Length - start));
            Gather(set.Inputs, model.InputSize, block, inputs);
            Span<float> blockOutputs = outputs.AsSpan(0, block.Length * model.TargetSize);
            model.Predict(inputs.AsSpan(0, block.Length * model.InputSize), blockOutputs, threads);
            foreach (IOutputMeter meter in meters) meter.Add(set, block, blockOutputs);
        }
    }

    private static void Gather(ReadOnlySpan<float> source, int width, ReadOnlySpan<int> rows, Span<float> destination)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            source.Slice(rows[i] * width, width).CopyTo(destination[(i * width)..]);
        }
    }
}
