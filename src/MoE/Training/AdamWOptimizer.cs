using System;
using MoE.Experts;
using MoE.Numerics;
using MoE.Persistence;

namespace MoE.Training;

/// <summary>AdamW with its moments, over all parameters of a model. Every parameter is its own affair, so threads share them out and the bits stay.</summary>
internal sealed class AdamWOptimizer(ParameterBuffer parameters, FitOptions options) : IParallelWork
{
    // A multiple of a cache line; less work than this is done sooner than another thread has woken up.
    private const int PartFloats = 32 * 1024;

    private readonly ParameterBuffer _firstMoment = new(parameters.Layout);
    private readonly ParameterBuffer _secondMoment = new(parameters.Layout);
    private ParameterBuffer? _gradients;
    private AdamWStep _step;

    /// <summary>Steps taken.</summary>
    public long Steps { get; private set; }

    /// <summary>Takes a step; the gradients are clipped in place if options ask for it.</summary>
    public void Step(ParameterBuffer gradients, int threads)
    {
        Steps++;
        if (options.ClipNorm > 0) GradientClip.Clip(gradients.Floats, options.ClipNorm);
        _gradients = gradients;
        _step = new AdamWStep(options.LearningRate, options.WeightDecay, options.Beta1, options.Beta2, options.Epsilon, Steps);
        int parts = (gradients.Floats.Length + PartFloats - 1) / PartFloats;
        ParallelWork.Run(this, parts, threads);
    }

    void IParallelWork.Run(int part, int worker)
    {
        int start = part * PartFloats;
        int length = Math.Min(PartFloats, parameters.Floats.Length - start);
        AdamW.Step(
            parameters.Floats.Slice(start, length),
            _gradients!.Floats.Slice(start, length),
            _firstMoment.Floats.Slice(start, length),
            _secondMoment.Floats.Slice(start, length),
            _step);
    }
}
