using System;
using System.ComponentModel;

namespace MoE.Numerics;

/// <summary>The constants of one step of <see cref="AdamW"/>, computed in double and then rounded, as PyTorch does.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AdamWStep
{
    /// <summary>The constants of step number <paramref name="step"/>, the first being 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is below 1.</exception>
    public AdamWStep(double learningRate, double weightDecay, double beta1, double beta2, double epsilon, long step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        Keep = (float)(1 - learningRate * weightDecay);
        Rate = (float)(learningRate / (1 - Power(beta1, step)));
        OneMinusBeta1 = (float)(1 - beta1);
        Beta2 = (float)beta2;
        OneMinusBeta2 = (float)(1 - beta2);
        RootOfCorrection2 = (float)Math.Sqrt(1 - Power(beta2, step));
        Epsilon = (float)epsilon;
    }

    /// <summary>What a parameter keeps when it decays: 1 - learning rate * decay.</summary>
    internal float Keep { get; }

    /// <summary>The learning rate over the first moment's bias correction.</summary>
    internal float Rate { get; }

    internal float OneMinusBeta1 { get; }

    internal float Beta2 { get; }

    internal float OneMinusBeta2 { get; }

    /// <summary>The square root of the second moment's bias correction.</summary>
    internal float RootOfCorrection2 { get; }

    internal float Epsilon { get; }

    /// <summary>By squaring, since Math.Pow asks the C library and differs between machines.</summary>
    private static double Power(double value, long exponent)
    {
        double result = 1;
        for (; exponent > 0; exponent >>= 1, value *= value)
        {
            if ((exponent & 1) != 0)
                result *= value;
        }

        return result;
    }
}
