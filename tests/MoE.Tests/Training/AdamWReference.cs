using System;

namespace MoE.Tests.Training;

/// <summary>torch.optim.AdamW in double precision: Loshchilov and Hutter, "Decoupled Weight Decay Regularization", 2019.</summary>
internal sealed class AdamWReference(double[] parameters, FitOptions options)
{
    private readonly double[] _m = new double[parameters.Length];
    private readonly double[] _v = new double[parameters.Length];
    private int _step;

    public double[] Parameters => parameters;

    public void Step(ReadOnlySpan<float> gradients)
    {
        _step++;
        double norm = 0;
        foreach (float gradient in gradients) norm += (double)gradient * gradient;
        double clip = options.ClipNorm > 0 ? Math.Min(1, options.ClipNorm / (Math.Sqrt(norm) + 1e-6)) : 1;
        for (int i = 0; i < parameters.Length; i++)
        {
            double g = gradients[i] * clip;
            parameters[i] -= options.LearningRate * options.WeightDecay * parameters[i];
            _m[i] = options.Beta1 * _m[i] + (1 - options.Beta1) * g;
            _v[i] = options.Beta2 * _v[i] + (1 - options.Beta2) * g * g;
            double denominator = Math.Sqrt(_v[i]) / Math.Sqrt(1 - Math.Pow(options.Beta2, _step)) + options.Epsilon;
            parameters[i] -= options.LearningRate / (1 - Math.Pow(options.Beta1, _step)) * _m[i] / denominator;
        }
    }
}
