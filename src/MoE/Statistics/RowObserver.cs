using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Experts;
using MoE.Numerics;
using MoE.Routing;

namespace MoE.Statistics;

/// <summary>Routes rows and says how: what a model's Observe does.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RowObserver
{
    private const int ChunkRows = 1024;

    /// <summary>Statistics of the routes of some rows, published as the meter <c>MoE</c>, too.</summary>
    /// <param name="model">The model.</param>
    /// <param name="name">Its name for the meter.</param>
    /// <param name="inputs">[rows x Inputs].</param>
    /// <param name="classes">The class of each row; empty if <paramref name="classCount"/> is 0.</param>
    /// <param name="classCount">How many classes there are; 0: rows have none.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a class is out of its range.</exception>
    public static RoutingStatistics Observe(IMixtureKernels model, string name, ReadOnlySpan<float> inputs, ReadOnlySpan<int> classes = default, int classCount = 0)
    {
        MixtureShape shape = model.Shape;
        int rows = RowSpans.Count(inputs, shape.Inputs);
        if (classCount != 0)
            RowSpans.Demand(classes.Length, rows, 1, nameof(classes));
        // Rows that see each other are routed in one go.
        int chunk = shape.RowsSeeEachOther ? Math.Max(1, rows) : ChunkRows;
        RoutingStatistics statistics = Chunk(model, [], [], classCount);
        for (int first = 0; first < rows; first += chunk)
        {
            int count = Math.Min(chunk, rows - first);
            statistics = statistics.Merge(Chunk(
                model, inputs.Slice(first * shape.Inputs, count * shape.Inputs), classCount == 0 ? classes : classes.Slice(first, count), classCount));
        }
        RoutingMeter.Publish(name, statistics);
        return statistics;
    }

    private static RoutingStatistics Chunk(IMixtureKernels model, ReadOnlySpan<float> inputs, ReadOnlySpan<int> classes, int classCount)
    {
        MixtureShape shape = model.Shape;
        int rows = inputs.Length / shape.Inputs;
        int[] experts = new int[rows * shape.TopK];
        float[] weights = new float[experts.Length];
        RowRouter.Route(model, inputs, experts, weights);
        float[] shares = model.Router.HasShares && rows > 0 ? Shares(model, inputs, rows) : [];
        return RoutingStatistics.Of(experts, weights, shares, shape.TopK, shape.Experts, classes, classCount, fillsUp: shape.Capacity is null);
    }

    private static float[] Shares(IMixtureKernels model, ReadOnlySpan<float> inputs, int rows)
    {
        MixtureShape shape = model.Shape;
        int touched = KernelRows.Touched(rows);
        using Scratch scratch = Scratch.Rent(checked(touched * (shape.InputStride + shape.LogitStride)));
        ref float padded = ref scratch.Origin;
        ref float scores = ref Unsafe.Add(ref padded, (nint)touched * shape.InputStride);
        for (int row = 0; row < rows; row++)
            RowRouter.CopyPadded(ref Unsafe.Add(ref MemoryMarshal.GetReference(inputs), (nint)row * shape.Inputs), ref Unsafe.Add(ref padded, (nint)row * shape.InputStride), shape);
        model.Gate(ref padded, ref scores, rows);
        model.Router.Shares(ref scores, rows, shape.LogitStride, ref model.Parameters);
        float[] shares = new float[rows * shape.Experts];
        for (int row = 0; row < rows; row++)
            MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref scores, (nint)row * shape.LogitStride), shape.Experts).CopyTo(shares.AsSpan(row * shape.Experts));
        return shares;
    }
}
