using System;
using System.ComponentModel;
using System.Runtime.InteropServices;
using MoE.Experts;
using MoE.Persistence;
using MoE.Routing;
using MoE.Statistics;

namespace MoE.Blocks;

/// <summary>A mixture behind a normalization, its rows added to what it gives: <c>y = x + MoE(norm(x))</c>.</summary>
/// <param name="mixture">The mixture.</param>
/// <param name="norm">The normalization.</param>
/// <param name="parameters">The model's; they begin with the normalization's.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ResidualBlock(IMixtureKernels mixture, RowNorm norm, ParameterBuffer parameters)
{
    // Bounds the working memory of a call where a row is on its own.
    private const int MostRows = 4096;

    /// <summary>The mixture.</summary>
    public IMixtureKernels Mixture => mixture;

    /// <summary>The normalization.</summary>
    public RowNorm Norm => norm;

    /// <summary>rows x Width -> rows x Width.</summary>
    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs, int rows, int threads)
    {
        int most = mixture.Shape.RowsSeeEachOther ? rows : MostRows;
        for (int first = 0; first < rows; first += most)
        {
            int count = Math.Min(most, rows - first);
            ReadOnlySpan<float> source = inputs.Slice(first * norm.Width, count * norm.Width);
            Span<float> target = outputs.Slice(first * norm.Width, count * norm.Width);
            using NormedRows normed = Normed(source);
            if (count == 1 && threads == 1)
                mixture.PredictRow(normed.Span, target);
            else
                MixturePredictor.Predict(mixture, normed.Span, target, count, threads);
            Combine.Add(ref MemoryMarshal.GetReference(source), ref MemoryMarshal.GetReference(target), target.Length);
        }
    }

    /// <summary>The same for sequences of equal length, whose rows see each other.</summary>
    /// <exception cref="ArgumentException">The rows are no whole sequences; nothing is written.</exception>
    public void PredictSequences(ReadOnlySpan<float> inputs, Span<float> outputs, int rows, int length, int threads)
    {
        RowSpans.DemandSequences(rows, length);
        for (int first = 0; first < rows; first += length)
            Predict(inputs.Slice(first * norm.Width, length * norm.Width), outputs.Slice(first * norm.Width, length * norm.Width), length, threads);
    }

    /// <inheritdoc cref="RowRouter.Route(IMixtureKernels, ReadOnlySpan{float}, Span{int}, Span{float})"/>
    public void Route(ReadOnlySpan<float> inputs, Span<int> experts, Span<float> weights)
    {
        RowSpans.Count(inputs, norm.Width);
        using NormedRows normed = Normed(inputs);
        RowRouter.Route(mixture, normed.Span, experts, weights);
    }

    /// <summary>One expert on normalized rows, unweighted and without the rows themselves.</summary>
    /// <exception cref="ArgumentException">There is no such expert, or a span does not fit.</exception>
    public void PredictExpert(int expert, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        RowSpans.Demand(inputs, norm.Width, outputs, norm.Width);
        using NormedRows normed = Normed(inputs);
        MixturePredictor.PredictExpert(mixture, expert, normed.Span, outputs);
    }

    /// <inheritdoc cref="RowObserver.Observe"/>
    public RoutingStatistics Observe(string name, ReadOnlySpan<float> inputs, ReadOnlySpan<int> classes = default, int classCount = 0)
    {
        RowSpans.Count(inputs, norm.Width);
        using NormedRows normed = Normed(inputs);
        return RowObserver.Observe(mixture, name, normed.Span, classes, classCount);
    }

    private NormedRows Normed(ReadOnlySpan<float> inputs) => new(norm, ref parameters.Origin, inputs);
}
