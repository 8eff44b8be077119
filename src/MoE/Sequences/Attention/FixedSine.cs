using System;

namespace MoE.Sequences;

/// <summary>Sine and cosine with the same bits on every machine, which libm's are not.</summary>
internal static class FixedSine
{
    private const double TwoOverPi = 0.63661977236758134308;

    // pi / 2 in three parts, each the nearest double to what the ones before leave.
    private const double High = 1.57079632679489655800;
    private const double Middle = 6.12323399573676603587e-17;
    private const double Low = -1.49738490485916983e-33;

    /// <summary>Both within 2^-50 for |x| up to 2^31.</summary>
    /// <remarks>x = n pi / 2 + r with |r| at most pi / 4; the series' first terms left out are below 2^-56.</remarks>
    public static (double Sin, double Cos) Of(double x)
    {
        double n = Math.Round(x * TwoOverPi);
        double r = Math.FusedMultiplyAdd(-n, High, x);
        r = Math.FusedMultiplyAdd(-n, Middle, r);
        r = Math.FusedMultiplyAdd(-n, Low, r);
        double z = r * r;
        double sin = 1, cos = 1;
        for (int term = 18; term >= 4; term -= 2)
        {
            sin = 1 - (sin * z / (term * (term + 1)));
            cos = 1 - (cos * z / (term * (term - 1)));
        }
        sin = r * (1 - (sin * z / 6));
        cos = 1 - (cos * z / 2);
        return ((long)n & 3) switch
        {
            0 => (sin, cos),
            1 => (cos, -sin),
            2 => (-sin, -cos),
            _ => (-cos, sin),
        };
    }
}
