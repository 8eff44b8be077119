using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Experts;
using MoE.Routing;

namespace MoE.Training;

/// <summary>What a router does with the rows of a batch, forward and backward.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct TrainedRows
{
    private readonly ref float _inputs;
    private readonly ref float _logits;
    private readonly ref float _probabilities;
    private readonly ref float _logitGradients;
    private readonly ref float _noise;
    private readonly ref float _gradients;

    /// <summary>Whose rows they are.</summary>
    public required ITrainableMixture Mixture { get; init; }

    /// <summary>How many.</summary>
    public required int Count { get; init; }

    /// <summary>The expert of each assignment, rows x TopK, before any is dropped.</summary>
    public required Span<int> Chosen { get; init; }

    /// <summary>Their weights.</summary>
    public required Span<float> Weights { get; init; }

    /// <summary>On the way back, the gradients by the weights.</summary>
    public required ReadOnlySpan<float> WeightGradients { get; init; }

    /// <summary>Standard normals for the router's noise, rows x Experts; empty: there is none.</summary>
    public ReadOnlySpan<float> Noise { get; init; }

    /// <summary>Experts that may not be chosen in this step; empty: all may.</summary>
    public ReadOnlySpan<bool> ExcludedExperts { get; init; }

    /// <summary>On the way back, gradients by the shares from outside, rows x Experts; empty: there are none.</summary>
    public ReadOnlySpan<float> ShareGradients { get; init; }

    /// <summary>Rows of a sequence, for a router whose rows see each other.</summary>
    public required int SequenceLength { get; init; }

    /// <summary>The areas of floats.</summary>
    public TrainedRows(ref float inputs, ref float logits, ref float probabilities, ref float logitGradients, ref float noise, ref float gradients)
    {
        _inputs = ref inputs;
        _logits = ref logits;
        _probabilities = ref probabilities;
        _logitGradients = ref logitGradients;
        _noise = ref noise;
        _gradients = ref gradients;
    }

    /// <summary>The router's copy of the inputs: rows x InputStride, padded with zeros, jitter included.</summary>
    public ref float Inputs => ref _inputs;

    /// <summary>Rows x LogitStride.</summary>
    public ref float Logits => ref _logits;

    /// <summary>Rows x LogitStride: the softmax over all experts, of a router that has one.</summary>
    public ref float Probabilities => ref _probabilities;

    /// <summary>Rows x LogitStride, for the way back.</summary>
    public ref float LogitGradients => ref _logitGradients;

    /// <summary>Rows x LogitStride, of a router with noise: the logits without it.</summary>
    public ref float CleanLogits => ref _noise;

    /// <summary>Likewise: the scale of the noise.</summary>
    public ref float NoiseScale => ref Unsafe.Add(ref _noise, NoiseArea);

    /// <summary>Likewise: what the noise's layer said, then the gradients by it.</summary>
    public ref float NoiseGradients => ref Unsafe.Add(ref _noise, 2 * NoiseArea);

    /// <summary>The first of the gradients of the mixture's parameters.</summary>
    public ref float Gradients => ref _gradients;

    /// <summary>The mixture's sizes.</summary>
    public required MixtureShape Shape { get; init; }

    private nint NoiseArea => (nint)KernelRows.Touched(Count) * Shape.LogitStride;

    /// <summary>The same rows as routing without training sees them; all of them are finite.</summary>
    /// <param name="scores">Where the scores are, or go.</param>
    public RoutedRows AsRouted(ref float scores) => new(
        Mixture, Count, ref Inputs, ref scores, default, ref MemoryMarshal.GetReference(Chosen), ref MemoryMarshal.GetReference(Weights))
    {
        SequenceLength = SequenceLength,
    };
}
