using System;
using System.IO;
using MoE.Tests.Models;

namespace MoE.Tests.Backbones;

/// <summary>A model over sequences behind a face that names no class.</summary>
internal interface IBackboneModel
{
    IModel Model { get; }

    SequenceState CreateState(int capacity = 0);

    SequenceState LoadState(Stream stream);

    void Step(SequenceState state, ReadOnlySpan<float> input, Span<float> output);

    void Predict(ReadOnlySpan<float> inputs, int length, Span<float> outputs, int threads = 1);

    void Route(int layer, ReadOnlySpan<float> inputs, Span<int> experts, Span<float> weights);
}

/// <inheritdoc/>
internal sealed class BackboneModel<T>(T model) : IBackboneModel
    where T : ISequenceModel<T>
{
    public IModel Model { get; } = new RegressorModel<T>(model);

    public SequenceState CreateState(int capacity = 0) => model.CreateState(capacity);

    public SequenceState LoadState(Stream stream) => T.LoadState(stream);

    public void Step(SequenceState state, ReadOnlySpan<float> input, Span<float> output) => model.Step(state, input, output);

    public void Predict(ReadOnlySpan<float> inputs, int length, Span<float> outputs, int threads = 1) => model.Predict(inputs, length, outputs, threads);

    public void Route(int layer, ReadOnlySpan<float> inputs, Span<int> experts, Span<float> weights) => model.Route(layer, inputs, experts, weights);
}
