using System;
using System.Collections.Generic;
using MoE.Experts;
using MoE.Numerics;
using MoE.Persistence;

namespace MoE.Training;

/// <summary>
/// AdamW with its moments, over those parameters of a model that are trained. Every parameter is its own affair, so threads share
/// them out and the bits stay.
/// </summary>
internal sealed class AdamWOptimizer : IParallelWork
{
    // A multiple of a cache line; less work than this is done sooner than another thread has woken up.
    private const int PartFloats = 32 * 1024;

    private readonly ParameterBuffer _parameters;
    private readonly FitOptions _options;
    private readonly LearningRates _rates;
    private readonly List<(Range Floats, bool Decays)> _parts = [];
    private readonly List<Range> _frozen = [];
    private ParameterBuffer? _gradients;
    private AdamWStep _step;
    private AdamWStep _stepWithoutDecay;

    /// <param name="parameters">The model's.</param>
    /// <param name="trained">Which of them change, in ascending order.</param>
    /// <param name="options">How.</param>
    /// <param name="steps">Steps of the whole Fit.</param>
    public AdamWOptimizer(ParameterBuffer parameters, Range[] trained, FitOptions options, long steps)
    {
        _parameters = parameters;
        _options = options;
        _rates = new LearningRates(options, steps);
        FirstMoment = new ParameterBuffer(parameters.Layout);
        SecondMoment = new ParameterBuffer(parameters.Layout);
        int end = 0;
        foreach (Range range in trained)
        {
            _frozen.Add(end..range.Start);
            end = range.End.Value;
            Divide(range, parameters.Layout.Runs(tensor => !tensor.Decays));
        }
        _frozen.Add(end..parameters.Layout.Floats);
    }

    /// <summary>Steps taken.</summary>
    public long Steps { get; set; }

    /// <summary>The running mean of the gradients.</summary>
    public ParameterBuffer FirstMoment { get; }

    /// <summary>The running mean of their squares.</summary>
    public ParameterBuffer SecondMoment { get; }

    /// <summary>Takes a step; gradients of what is not trained become zeros, and all are clipped in place if options ask for it.</summary>
    public void Step(ParameterBuffer gradients, int threads)
    {
        Steps++;
        foreach (Range range in _frozen)
            gradients.Floats[range].Clear();
        if (_options.ClipNorm > 0) GradientClip.Clip(gradients.Floats, _options.ClipNorm);
        _gradients = gradients;
        _step = StepOf(_options.WeightDecay);
        _stepWithoutDecay = StepOf(0);
        ParallelWork.Run(this, _parts.Count, threads);
    }

    void IParallelWork.Run(int part, int worker)
    {
        (Range range, bool decays) = _parts[part];
        AdamW.Step(_parameters.Floats[range], _gradients!.Floats[range], FirstMoment.Floats[range], SecondMoment.Floats[range], decays ? _step : _stepWithoutDecay);
    }

    private AdamWStep StepOf(double weightDecay) => new(_rates.Of(Steps), weightDecay, _options.Beta1, _options.Beta2, _options.Epsilon, Steps);

    // Tensors begin on cache lines, so every part does.
    private void Divide(Range trained, Range[] undecayed)
    {
        int start = trained.Start.Value;
        foreach (Range range in undecayed)
        {
            int first = Math.Max(range.Start.Value, start), end = Math.Min(range.End.Value, trained.End.Value);
            if (first >= end)
                continue;
            Add(start, first, decays: true);
            Add(first, end, decays: false);
            start = end;
        }
        Add(start, trained.End.Value, decays: true);
    }

    private void Add(int start, int end, bool decays)
    {
        for (; start < end; start += PartFloats)
            _parts.Add((start..Math.Min(start + PartFloats, end), decays));
    }
}
