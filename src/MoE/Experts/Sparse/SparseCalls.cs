using System;
using System.ComponentModel;
using MoE.Numerics;
using MoE.Routing;
using MoE.Statistics;

namespace MoE.Experts.Sparse;

/// <summary>What a model's members do with sparse rows.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SparseCalls
{
    /// <summary>The rows -> rows x Outputs.</summary>
    /// <exception cref="ArgumentException">The rows are none of the model's width, or the span has the wrong length; nothing is written.</exception>
    public static void Predict(IMixtureKernels model, SparseRows inputs, Span<float> outputs, int threads, string parameter = "outputs")
    {
        Demand(model, inputs, outputs, parameter);
        int workers = ParallelWork.Resolve(threads);
        using Scratch memory = Scratch.Rent(SparseTable.FloatsOf(inputs));
        MixturePredictor.Predict(model.ForSparseRows!, Fill(inputs, memory), outputs, inputs.Count, workers);
    }

    /// <summary>The same for sequences of equal length.</summary>
    /// <exception cref="ArgumentException">As for Predict, or the rows are no whole sequences; nothing is written.</exception>
    public static void PredictSequences(IMixtureKernels model, SparseRows inputs, int length, Span<float> outputs, int threads)
    {
        Demand(model, inputs, outputs, nameof(outputs));
        int workers = ParallelWork.Resolve(threads);
        using Scratch memory = Scratch.Rent(SparseTable.FloatsOf(inputs));
        MixturePredictor.PredictSequences(model.ForSparseRows!, Fill(inputs, memory), outputs, inputs.Count, length, workers);
    }

    /// <summary>One expert on every row.</summary>
    /// <exception cref="ArgumentException">As for Predict, or there is no such expert.</exception>
    public static void PredictExpert(IMixtureKernels model, int expert, SparseRows inputs, Span<float> outputs)
    {
        RowSpans.DemandExpert(expert, model.Shape.Experts);
        Demand(model, inputs, outputs, nameof(outputs));
        using Scratch memory = Scratch.Rent(SparseTable.FloatsOf(inputs));
        MixturePredictor.PredictExpert(model.ForSparseRows!, expert, Fill(inputs, memory), outputs);
    }

    /// <summary>The rows -> rows x TopK experts and their weights.</summary>
    /// <exception cref="ArgumentException">The rows are none of the model's width, or a span has the wrong length; nothing is written.</exception>
    public static void Route(IMixtureKernels model, SparseRows inputs, Span<int> experts, Span<float> weights)
    {
        SparseTable.Demand(inputs, model.Shape.Columns);
        using Scratch memory = Scratch.Rent(SparseTable.FloatsOf(inputs));
        RowRouter.Route(model.ForSparseRows!, Fill(inputs, memory), experts, weights);
    }

    /// <summary>How the router spreads the rows.</summary>
    /// <exception cref="ArgumentException">The rows are none of the model's width, or classes do not fit.</exception>
    public static RoutingStatistics Observe(IMixtureKernels model, string name, SparseRows inputs, ReadOnlySpan<int> classes = default, int classCount = 0)
    {
        SparseTable.Demand(inputs, model.Shape.Columns);
        using Scratch memory = Scratch.Rent(SparseTable.FloatsOf(inputs));
        return RowObserver.Observe(model.ForSparseRows!, name, Fill(inputs, memory), classes, classCount);
    }

    /// <summary>Demands one row.</summary>
    /// <exception cref="ArgumentException">It is something else.</exception>
    public static void DemandOne(SparseRows input)
    {
        if (input.Count != 1)
            throw new ArgumentException(FormattableString.Invariant($"input must hold one row, but holds {input.Count}."), nameof(input));
    }

    private static void Demand(IMixtureKernels model, SparseRows inputs, ReadOnlySpan<float> outputs, string parameter)
    {
        SparseTable.Demand(inputs, model.Shape.Columns);
        RowSpans.Demand(outputs.Length, inputs.Count, model.Shape.Outputs, parameter);
        if (inputs.Values.Overlaps(outputs))
            throw new ArgumentException($"{parameter} must not overlap inputs. Use another array.", parameter);
    }

    private static ReadOnlySpan<float> Fill(SparseRows inputs, in Scratch memory) =>
        SparseTable.Fill(inputs, memory.Span(SparseTable.FloatsOf(inputs)));
}
