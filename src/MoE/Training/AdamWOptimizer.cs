using MoE.Numerics;
using MoE.Persistence;

namespace MoE.Training;

/// <summary>AdamW with its moments, over all parameters of a model.</summary>
internal sealed class AdamWOptimizer(ParameterBuffer parameters, FitOptions options)
{
    private readonly ParameterBuffer _firstMoment = new(parameters.Layout);
    private readonly ParameterBuffer _secondMoment = new(parameters.Layout);

    /// <summary>Steps taken.</summary>
    public long Steps { get; private set; }

    /// <summary>Takes a step; the gradients are clipped in place if options ask for it.</summary>
    public void Step(ParameterBuffer gradients)
    {
        Steps++;
        if (options.ClipNorm > 0) GradientClip.Clip(gradients.Floats, options.ClipNorm);
        AdamWStep step = new(options.LearningRate, options.WeightDecay, options.Beta1, options.Beta2, options.Epsilon, Steps);
        AdamW.Step(parameters.Floats, gradients.Floats, _firstMoment.Floats, _secondMoment.Floats, step);
    }
}
