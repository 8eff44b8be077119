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

/// <summary>A backbone; what the compiler wrote for it is a subclass.</summary>
/// <param name="shape">Its sizes and layers.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Backbone(BackboneShape shape) : SequenceProgram
{
    /// <inheritdoc/>
    public sealed override int Inputs => shape.Inputs;

    /// <inheritdoc/>
    public sealed override int Outputs => shape.Outputs;

    /// <inheritdoc/>
    public sealed override int Experts => Mixture(0).Shape.Experts;

    /// <summary>The first of the model's parameters.</summary>
    public abstract ref float Parameters { get; }

    internal BackboneShape Shape => shape;

    /// <summary>The mixture of a layer that has one; numbered from 0 among those.</summary>
    public abstract IMixtureKernels Mixture(int index);

    /// <summary>Which experts take each row of a sequence in a layer.</summary>
    /// <exception cref="ArgumentException">The layer has no mixture, or a span has the wrong length; nothing is written.</exception>
    public void Route(int layer, ReadOnlySpan<float> inputs, Span<int> experts, Span<float> weights)
    {
        IMixtureKernels mixture = MixtureOf(layer);
        int rows = RowSpans.Count(inputs, shape.Inputs);
        RowSpans.Demand(experts.Length, rows, mixture.Shape.TopK, nameof(experts));
        RowSpans.Demand(weights.Length, rows, mixture.Shape.TopK, nameof(weights));
        using Scratch scratch = Scratch.Rent(checked(rows * shape.Width));
        Span<float> mixtureRows = scratch.Span(rows * shape.Width);
        MixtureRows(layer, inputs, rows, mixtureRows);
        RowRouter.Route(mixture, mixtureRows, experts, weights);
    }

    /// <summary>How a layer's router spreads the rows of a sequence.</summary>
    /// <exception cref="ArgumentException">The layer has no mixture, a span has the wrong length, or a class is out of its range.</exception>
    public RoutingStatistics Observe(int layer, string name, ReadOnlySpan<float> inputs, ReadOnlySpan<int> classes = default, int classCount = 0)
    {
        IMixtureKernels mixture = MixtureOf(layer);
        int rows = RowSpans.Count(inputs, shape.Inputs);
        float[] mixtureRows = new float[checked(rows * shape.Width)];
        MixtureRows(layer, inputs, rows, mixtureRows);
        return RowObserver.Observe(mixture, name, mixtureRows, classes, classCount);
    }

    internal sealed override int AdvanceFloats(int rows) => BackboneRows.Floats(this, rows);

    internal sealed override void Advance(in SequencePlace place, ref float inputs, ref float outputs, int rows, ref float memory, int threads, int expert) =>
        new BackboneRows(this, rows, ref memory, threads, expert).Run(place, ref inputs, ref outputs);

    // What a layer's mixture reads.
    private void MixtureRows(int layer, ReadOnlySpan<float> inputs, int rows, Span<float> mixtureRows)
    {
        if (rows == 0)
            return;
        int stateFloats = States.Floats(rows), pieceRows = Math.Min(SequencePredictor.PieceRows, rows);
        using Scratch scratch = Scratch.Rent(checked(stateFloats + AdvanceFloats(pieceRows)));
        scratch.Span(stateFloats).Clear();
        for (int first = 0; first < rows; first += pieceRows)
        {
            int count = Math.Min(pieceRows, rows - first);
            new BackboneRows(this, count, ref Unsafe.Add(ref scratch.Origin, stateFloats), threads: 1).RunTo(
                layer,
                new SequencePlace(ref scratch.Origin, rows, first),
                ref Unsafe.Add(ref MemoryMarshal.GetReference(inputs), (nint)first * shape.Inputs),
                mixtureRows.Slice(first * shape.Width, count * shape.Width));
        }
    }

    private IMixtureKernels MixtureOf(int layer)
    {
        if ((uint)layer < (uint)shape.Layers && shape.HasMixture(layer))
            return Mixture(shape.MixtureOf(layer));
        string mixtures = string.Join(", ", Enumerable.Range(0, shape.Layers).Where(shape.HasMixture).Select(number => number.ToString(CultureInfo.InvariantCulture)));
        throw new ArgumentOutOfRangeException(nameof(layer), layer, $"layer must be one with a mixture: {mixtures}, counted from 0 as in the names of parameters.");
    }
}
