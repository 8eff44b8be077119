using System;

namespace MoE.Training;

/// <summary>The exponential function with the same bits on every machine, which libm's is not.</summary>
internal static class FixedExp
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double Log2E = 1.44269504088896338700;

    /// <summary>e^x within 2 units in the last place for |x| up to 700; NaN for anything else.</summary>
    /// <remarks><c>e^x = 2^n e^r</c> with |r| at most ln(2) / 2: the series' first term left out is below 2^-57.</remarks>
    public static double Of(double x)
    {
        if (!(Math.Abs(x) <= 700)) return double.NaN;

        double n = Math.Round(x * Log2E);
        double r = (x - (n * Ln2High)) - (n * Ln2Low);
        double sum = 1;
        for (int term = 14; term >= 1; term--) sum = 1 + (sum * r / term);
        return sum * BitConverter.Int64BitsToDouble(((long)n + 1023) << 52);
    }
}
