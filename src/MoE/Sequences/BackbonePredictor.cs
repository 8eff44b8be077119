using System;
using System.ComponentModel;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Experts;
using MoE.Numerics;
using MoE.Routing;
using MoE.Statistics;

namespace MoE.Sequences;

/// <summary>Runs a backbone: whole sequences, piece by piece, or one row at a time.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BackbonePredictor
{
    // Enough for every pass over the weights to pay, few enough to stay in the second-level cache.
    internal const int ChunkRows = 128;

    /// <summary>Sequences of equal length, one after the other: rows x Inputs -> rows x Outputs.</summary>
    /// <exception cref="ArgumentException">The rows are no whole sequences; nothing is written.</exception>
    public static void Predict(IBackboneKernels model, ReadOnlySpan<float> inputs, Span<float> outputs, int rows, int length, int threads)
    {
        if (rows == 0)
            return;
        RowSpans.DemandSequences(rows, length);
        SequencesCall.Run(model, ref MemoryMarshal.GetReference(inputs), ref MemoryMarshal.GetReference(outputs), rows / length, length, threads);
    }

    /// <summary>The next row of a sequence.</summary>
    /// <exception cref="ArgumentException">A span does not fit, or the state is another model's.</exception>
    /// <exception cref="InvalidOperationException">The state is full.</exception>
    public static void Step(IBackboneKernels model, StateShape shape, SequenceState state, ReadOnlySpan<float> input, Span<float> output)
    {
        ArgumentNullException.ThrowIfNull(state);
        RowSpans.DemandOne(input, model.Shape.Inputs);
        RowSpans.Demand(input, model.Shape.Inputs, output, model.Shape.Outputs, nameof(output));
        if (state.Shape != shape)
            throw new ArgumentException($"state must come from CreateState of this model, {shape.Model}, but is of {state.Shape.Model}.", nameof(state));
        if (state.Position >= shape.Limit(state.Capacity))
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The state is full: it has room for {state.Capacity} rows. Reset it, or ask CreateState for a larger capacity; attention with a Window needs none."));
        using Scratch scratch = Scratch.Rent(BackboneRows.Floats(model.Shape, 1));
        new BackboneRows(model, 1, ref scratch.Origin, threads: 1)
            .Run(ref state.Origin, state.Capacity, state.Position, ref MemoryMarshal.GetReference(input), ref MemoryMarshal.GetReference(output));
        state.Position++;
    }

    /// <summary>The sequence as if every mixture sent each row to one expert, unweighted.</summary>
    /// <exception cref="ArgumentException">There is no such expert, or a span does not fit.</exception>
    public static void PredictExpert(IBackboneKernels model, int expert, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        BackboneShape shape = model.Shape;
        RowSpans.DemandExpert(expert, model.Mixture(0).Shape.Experts);
        int rows = RowSpans.Demand(inputs, shape.Inputs, outputs, shape.Outputs);
        if (rows > 0)
            RunSequence(model, ref MemoryMarshal.GetReference(inputs), ref MemoryMarshal.GetReference(outputs), rows, threads: 1, expert);
    }

    /// <summary>Which experts take each row of a sequence in a layer.</summary>
    /// <exception cref="ArgumentException">The layer has no mixture, or a span has the wrong length; nothing is written.</exception>
    public static void Route(IBackboneKernels model, int layer, ReadOnlySpan<float> inputs, Span<int> experts, Span<float> weights)
    {
        IMixtureKernels mixture = MixtureOf(model, layer);
        int rows = RowSpans.Count(inputs, model.Shape.Inputs);
        RowSpans.Demand(experts.Length, rows, mixture.Shape.TopK, nameof(experts));
        RowSpans.Demand(weights.Length, rows, mixture.Shape.TopK, nameof(weights));
        using Scratch scratch = Scratch.Rent(checked(rows * model.Shape.Width));
        Span<float> mixtureRows = scratch.Span(rows * model.Shape.Width);
        MixtureRows(model, layer, inputs, rows, mixtureRows);
        RowRouter.Route(mixture, mixtureRows, experts, weights);
    }

    /// <summary>How a layer's router spreads the rows of a sequence.</summary>
    /// <exception cref="ArgumentException">The layer has no mixture, a span has the wrong length, or a class is out of its range.</exception>
    public static RoutingStatistics Observe(IBackboneKernels model, int layer, string name, ReadOnlySpan<float> inputs, ReadOnlySpan<int> classes = default, int classCount = 0)
    {
        IMixtureKernels mixture = MixtureOf(model, layer);
        int rows = RowSpans.Count(inputs, model.Shape.Inputs);
        float[] mixtureRows = new float[checked(rows * model.Shape.Width)];
        MixtureRows(model, layer, inputs, rows, mixtureRows);
        return RowObserver.Observe(mixture, name, mixtureRows, classes, classCount);
    }

    /// <summary>One sequence, piece by piece, from its beginning.</summary>
    internal static void RunSequence(IBackboneKernels model, ref float inputs, ref float outputs, int length, int threads, int expert = -1)
    {
        BackboneShape shape = model.Shape;
        using Scratch scratch = Scratch.Rent(SequenceFloats(shape, length));
        ref float state = ref scratch.Origin;
        MemoryMarshal.CreateSpan(ref state, StateFloats(shape, length)).Clear();
        ref float memory = ref Unsafe.Add(ref state, StateFloats(shape, length));
        for (int first = 0; first < length; first += ChunkRows)
        {
            new BackboneRows(model, Math.Min(ChunkRows, length - first), ref memory, threads, expert).Run(
                ref state, length, first, ref Unsafe.Add(ref inputs, (nint)first * shape.Inputs), ref Unsafe.Add(ref outputs, (nint)first * shape.Outputs));
        }
    }

    private static void MixtureRows(IBackboneKernels model, int layer, ReadOnlySpan<float> inputs, int rows, Span<float> mixtureRows)
    {
        BackboneShape shape = model.Shape;
        if (rows == 0)
            return;
        using Scratch scratch = Scratch.Rent(SequenceFloats(shape, rows));
        ref float state = ref scratch.Origin;
        MemoryMarshal.CreateSpan(ref state, StateFloats(shape, rows)).Clear();
        ref float memory = ref Unsafe.Add(ref state, StateFloats(shape, rows));
        for (int first = 0; first < rows; first += ChunkRows)
        {
            int count = Math.Min(ChunkRows, rows - first);
            new BackboneRows(model, count, ref memory, threads: 1).RunTo(
                layer, ref state, rows, first, ref Unsafe.Add(ref MemoryMarshal.GetReference(inputs), (nint)first * shape.Inputs), mixtureRows.Slice(first * shape.Width, count * shape.Width));
        }
    }

    private static int StateFloats(BackboneShape shape, int length) => checked(shape.Layers * shape.Mixer.StateFloats(length));

    private static int SequenceFloats(BackboneShape shape, int length) => checked(StateFloats(shape, length) + BackboneRows.Floats(shape, Math.Min(ChunkRows, length)));

    private static IMixtureKernels MixtureOf(IBackboneKernels model, int layer)
    {
        BackboneShape shape = model.Shape;
        if ((uint)layer < (uint)shape.Layers && shape.HasMixture(layer))
            return model.Mixture(shape.MixtureOf(layer));
        string mixtures = string.Join(", ", Enumerable.Range(0, shape.Layers).Where(shape.HasMixture).Select(number => number.ToString(CultureInfo.InvariantCulture)));
        throw new ArgumentOutOfRangeException(nameof(layer), layer, $"layer must be one with a mixture: {mixtures}, counted from 0 as in the names of parameters.");
    }
}
