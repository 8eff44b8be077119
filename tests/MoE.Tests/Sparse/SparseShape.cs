using System;
using System.Collections.Generic;
using System.Linq;
using MoE.Tests.Bits;
using MoE.Tests.Models;
using Shouldly;

namespace MoE.Tests.Sparse;

/// <summary>A model that takes sparse rows, and what it must say of them: the bits of the same rows written out.</summary>
/// <param name="Name">Its class.</param>
/// <param name="Compare">Throws where a bit differs.</param>
internal sealed record SparseShape(string Name, Action Compare)
{
    private const int Rows = 61;

    public static IReadOnlyList<SparseShape> All { get; } =
    [
        Of<SparsePanels>(), Of<SparseLines>(), Of<SparseUnits>(), Of<SparseHash>(), Of<SparsePassing>(), Of<SparseJitter>(), Of<SparseNoise>(),
        Of<SparseCrowd>(), Of<SparseChosen>(), Of<SparseShort>(), Of<SparseSlots>(), Of<SparseForests>(), Of<SparseNested>(),
    ];

    private static SparseShape Of<T>()
        where T : ISparseRegressor<T> => new(typeof(T).Name, Everything<T>);

    private static void Everything<T>()
        where T : ISparseRegressor<T>
    {
        SparseData data = SparseData.Random(5, Rows, T.InputSize);
        float[] targets = SampleData.Uniform(6, Rows * T.OutputSize, 1);
        foreach (T model in new[] { Noisy<T>(), Trained<T>(data, targets) })
        {
            Predictions(model, data);
            Routes(model, data);
            Experts(model, data);
            Gradients(model, data, targets);
            model.Evaluate(data.Sparse, targets).ShouldBe(model.Evaluate(data.Whole, targets));
            model.Observe(data.Sparse).ToString().ShouldBe(model.Observe(data.Whole).ToString());
        }
        Fits<T>(data, targets);
    }

    private static void Predictions<T>(T model, SparseData data)
        where T : ISparseRegressor<T>
    {
        foreach (int rows in new[] { 1, 2, 7, Rows })
        {
            for (int first = 0; first + rows <= Rows; first += rows)
            {
                SparseData some = data.Slice(first, rows);
                float[] expected = new float[rows * T.OutputSize], actual = new float[expected.Length];
                model.Predict(some.Whole, expected);
                foreach (int threads in new[] { 1, 3 })
                {
                    model.Predict(some.Sparse, actual, threads);
                    actual.ShouldBeTheBits(expected, $"{typeof(T).Name} Predict, {rows} rows from {first}, {threads} threads");
                }
            }
        }
    }

    private static void Routes<T>(T model, SparseData data)
        where T : ISparseRegressor<T>
    {
        int[] experts = new int[Rows * T.TopK], expectedExperts = new int[experts.Length];
        float[] weights = new float[experts.Length], expected = new float[experts.Length];
        model.Route(data.Whole, expectedExperts, expected);
        model.Route(data.Sparse, experts, weights);
        experts.ShouldBe(expectedExperts);
        weights.ShouldBeTheBits(expected, $"{typeof(T).Name} Route");
    }

    private static void Experts<T>(T model, SparseData data)
        where T : ISparseRegressor<T>
    {
        float[] expected = new float[Rows * T.OutputSize], actual = new float[expected.Length];
        for (int expert = 0; expert < T.ExpertCount; expert++)
        {
            model.PredictExpert(expert, data.Whole, expected);
            model.PredictExpert(expert, data.Sparse, actual);
            actual.ShouldBeTheBits(expected, $"{typeof(T).Name} PredictExpert {expert}");
        }
    }

    private static void Gradients<T>(T model, SparseData data, float[] targets)
        where T : ISparseRegressor<T>
    {
        Gradients expected = model.CreateGradients(), actual = model.CreateGradients();
        LossReport loss = model.ComputeGradients(data.Whole, targets, expected);
        model.ComputeGradients(data.Sparse, targets, actual).ShouldBe(loss);
        // Once more over what the first call left.
        model.ComputeGradients(data.Sparse, targets, actual).ShouldBe(loss);
        foreach (TensorInfo tensor in T.Parameters)
            Values(tensor, actual.Get).ShouldBeTheBits(Values(tensor, expected.Get), $"{typeof(T).Name} gradient of {tensor.Name}");
    }

    private static void Fits<T>(SparseData data, float[] targets)
        where T : ISparseRegressor<T>
    {
        FitOptions[] ways =
        [
            new() { Epochs = 3, BatchSize = 9, LearningRate = 0.01 },
            new() { Epochs = 2, BatchSize = 4, LearningRate = 0.1, ClipNorm = 0.05, WeightDecay = 0.3, Threads = 3, ValidationFraction = 0.2, Patience = 1 },
            new() { Epochs = 2, BatchSize = 1, LearningRate = 1e-3, Schedule = LearningRateSchedule.Cosine, Beta1 = 0.5, Beta2 = 0.9 },
        ];
        foreach (FitOptions options in ways)
        {
            T sparse = Noisy<T>(), whole = Noisy<T>();
            FitReport expected = whole.Fit(data.Whole, targets, options), report = sparse.Fit(data.Sparse, targets, options);
            report.Outcome.ShouldBe(expected.Outcome);
            report.Epochs.ShouldBe(expected.Epochs);
            report.ValidationLosses.ShouldBe(expected.ValidationLosses);
            foreach (TensorInfo tensor in T.Parameters)
                Values(tensor, sparse.GetParameter).ShouldBeTheBits(Values(tensor, whole.GetParameter), $"{typeof(T).Name} {tensor.Name} after Fit, {options}");
        }
    }

    private static T Trained<T>(SparseData data, float[] targets)
        where T : ISparseRegressor<T>
    {
        T model = Noisy<T>();
        model.Fit(data.Whole, targets, new FitOptions { Epochs = 1, BatchSize = 20, LearningRate = 0.05 });
        return model;
    }

    private static T Noisy<T>()
        where T : ISparseRegressor<T>
    {
        T model = T.Create(3);
        int seed = 0;
        foreach (TensorInfo tensor in T.Parameters)
            model.SetParameter(tensor.Name, [.. Values(tensor, model.GetParameter).Zip(SampleData.Uniform(++seed, Count(tensor), 0.1f), (value, more) => value + more)]);
        return model;
    }

    private static float[] Values(TensorInfo tensor, Read read)
    {
        float[] values = new float[Count(tensor)];
        read(tensor.Name, values);
        return values;
    }

    private static int Count(TensorInfo tensor) => tensor.Shape.Aggregate(1, (product, size) => product * size);

    private delegate void Read(string name, Span<float> values);
}
