using System;
using System.Linq;
using MoE.Benchmarks.Train.Models;

namespace MoE.Benchmarks.Train;

/// <summary>A model whose steps are timed. Rows are the same numbers in torch_train.py's cases, but not its weights: what is compared is time.</summary>
/// <param name="Name">As in cases.json, or sparse.</param>
/// <param name="Fit">Trains a fresh model on so many mini-batches of so many rows.</param>
internal sealed record TrainCase(string Name, Action<FitOptions, int> Fit)
{
    private const int Batches = 64, SparseEntries = 30;

    public static TrainCase[] All { get; } = [Of<TrainTiny>("tiny"), Of<TrainTriage>("triage"), Of<TrainBlock>("block"), OfSparse<TrainSparse>("sparse")];

    private static TrainCase Of<TModel>(string name)
        where TModel : IStepModel<TModel> => new(name, (options, rows) =>
        {
            Random random = new(1);
            TModel.Create().Fit(Numbers(random, Batches * rows * TModel.InputSize), Numbers(random, Batches * rows * TModel.OutputSize), options);
        });

    private static TrainCase OfSparse<TModel>(string name)
        where TModel : ISparseStepModel<TModel> => new(name, (options, rows) =>
        {
            Random random = new(1);
            int count = Batches * rows;
            int[] indices = [.. Enumerable.Range(0, count).SelectMany(_ => Columns(random, TModel.InputSize))];
            int[] starts = [.. Enumerable.Range(0, count + 1).Select(row => row * SparseEntries)];
            TModel.Create().Fit(new SparseRows(indices, Numbers(random, indices.Length), starts), Numbers(random, count * TModel.OutputSize), options);
        });

    // Every column is as likely as any other: text has few frequent ones, which is less work.
    private static int[] Columns(Random random, int width)
    {
        int[] columns = [.. Enumerable.Range(0, 2 * SparseEntries).Select(_ => random.Next(width)).Distinct().Take(SparseEntries)];
        Array.Sort(columns);
        return columns;
    }

    private static float[] Numbers(Random random, int count)
    {
        float[] numbers = new float[count];
        foreach (ref float number in numbers.AsSpan()) number = (2 * random.NextSingle()) - 1;
        return numbers;
    }
}
