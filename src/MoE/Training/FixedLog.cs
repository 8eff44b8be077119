using System;

namespace MoE.Training;

/// <summary>A natural logarithm with the same bits on every machine, which libm's is not.</summary>
internal static class FixedLog
{
    private const double Ln2 = 0.693147180559945309417;
    private const long MantissaMask = 0x000F_FFFF_FFFF_FFFF;
    private const long One = 0x3FF0_0000_0000_0000;

    /// <summary>ln of a positive normal number, within 3 units in the last place; NaN for anything else.</summary>
    /// <remarks>
    /// <c>x = m * 2^e</c> with m in [sqrt(1/2), sqrt(2)), <c>ln m = 2 atanh(s)</c>, <c>s = (m - 1) / (m + 1)</c>, |s| below 0.172:
    /// the series' first term left out is below 2^-57 of the sum.
    /// </remarks>
    public static double Of(double x)
    {
        if (!double.IsNormal(x) || x < 0) return double.NaN;

        long bits = BitConverter.DoubleToInt64Bits(x);
        double exponent = (bits >> 52) - 1023;
        double mantissa = BitConverter.Int64BitsToDouble((bits & MantissaMask) | One);
        if (mantissa > 1.4142135623730951)
        {
            mantissa *= 0.5;
            exponent += 1;
        }

        double s = (mantissa - 1) / (mantissa + 1);
        double z = s * s;
        double tail = 1.0 / 21;
        for (int odd = 19; odd >= 3; odd -= 2) tail = tail * z + 1.0 / odd;
        return exponent * Ln2 + (2 * s + 2 * s * z * tail);
    }
}
