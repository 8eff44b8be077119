using System;
using System.ComponentModel;
using MoE.Experts;

namespace MoE.Routing;

/// <summary>Rows that a router is to route, with room for what it says.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct RoutedRows
{
    private readonly ref float _inputs;
    private readonly ref float _scores;
    private readonly ref int _experts;
    private readonly ref float _weights;

    /// <summary>Rows with their room.</summary>
    public RoutedRows(
        IMixtureKernels mixture, int count, ref float inputs, ref float scores, ReadOnlySpan<bool> isFinite, ref int experts, ref float weights)
    {
        Mixture = mixture;
        Count = count;
        _inputs = ref inputs;
        _scores = ref scores;
        IsFinite = isFinite;
        _experts = ref experts;
        _weights = ref weights;
        SequenceLength = count;
    }

    /// <summary>Whose rows they are.</summary>
    public IMixtureKernels Mixture { get; }

    /// <summary>How many.</summary>
    public int Count { get; }

    /// <summary>Rows of a sequence, for a router whose rows see each other; the rows are whole sequences.</summary>
    public int SequenceLength { get; init; }

    /// <summary>Rows x InputStride, padded with zeros; a row that is not finite is all zeros.</summary>
    public ref float Inputs => ref _inputs;

    /// <summary>Room for rows x LogitStride.</summary>
    public ref float Scores => ref _scores;

    /// <summary>Which rows count, for a router that looks at all of them: the others take no room. Empty: all do.</summary>
    public ReadOnlySpan<bool> IsFinite { get; }

    /// <summary>Receives rows x TopK experts.</summary>
    public ref int Experts => ref _experts;

    /// <summary>Receives rows x TopK weights.</summary>
    public ref float Weights => ref _weights;
}
