using System;

namespace MoE.Tests;

/// <summary>The functions in double.</summary>
internal static class NumericsReference
{
    public static double Sigmoid(double x) => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));

    /// <summary>ln(1 + e^x); where e^x is small its series, for 1 + e^x would lose it.</summary>
    public static double Softplus(double x)
    {
        double e = Math.Exp(-Math.Abs(x));
        return Math.Max(x, 0) + (e < 1e-5 ? e - (e * e / 2) + (e * e * e / 3) : Math.Log(1 + e));
    }

    public static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    /// <summary>The normal distribution: Taylor series near 0, Laplace's continued fraction in the tails.</summary>
    public static double Normal(double x)
    {
        double a = Math.Abs(x);
        if (a < 3)
        {
            double term = x, sum = x;
            for (int k = 1; k < 100; k++)
            {
                term *= x * x / (2 * k + 1);
                sum += term;
            }

            // Cancels in the left half: there the complement of the right is as accurate as a float asks for.
            return 0.5 + Density(x) * sum;
        }

        double fraction = a;
        for (int k = 200; k > 0; k--)
            fraction = a + k / fraction;
        double tail = Density(a) / fraction;
        return x < 0 ? tail : 1 - tail;
    }

    public static double Of(Activation activation, double x) => activation switch
    {
        Activation.ReLU => Math.Max(x, 0),
        Activation.Gelu => x * Normal(x),
        Activation.GeluTanh => x * Sigmoid(2 * Math.Sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)),
        Activation.SiLU => x * Sigmoid(x),
        Activation.Tanh => Math.Tanh(x),
        Activation.Sigmoid => Sigmoid(x),
        Activation.Identity => x,
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "no reference"),
    };

    /// <summary>What a gated unit makes of a gate and an up; a limit of infinity is none.</summary>
    public static double Gated(Activation activation, double gate, double up, double limit, double alpha, double upOffset) =>
        Of(activation, alpha * Math.Min(gate, limit)) / alpha * (Math.Clamp(up, -limit, limit) + upOffset);

    /// <summary>The slope by a central difference.</summary>
    public static double Slope(Activation activation, double x) =>
        (Of(activation, x + 1e-5) - Of(activation, x - 1e-5)) / 2e-5;
}
