using System;
using System.Globalization;

namespace MoE;

/// <summary>How much faster a mixture is than one that runs all of its experts on every row.</summary>
public static class SpeedupEstimate
{
    /// <summary>
    /// Amdahl's law: <c>1 / ((1 - f) + f k / E)</c>. Of the time that all E experts take, the share f lies in the experts and
    /// falls to k / E; the rest stays. An upper bound: gathering rows and uneven loads are not in it.
    /// </summary>
    /// <remarks>
    /// The comparison is with running all experts, not with a dense network of one expert's size, which is faster than any mixture.
    /// After G. M. Amdahl, Validity of the single processor approach to achieving large scale computing capabilities, AFIPS 1967.
    /// </remarks>
    /// <param name="experts">E, at least 1.</param>
    /// <param name="topK">k, experts that a row runs, 1 to E.</param>
    /// <param name="fraction">f, from 0 to 1.</param>
    /// <returns>1 to E / k.</returns>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public static double Of(int experts, int topK, double fraction = 0.5)
    {
        if (experts < 1)
            throw Wrong(nameof(experts), $"experts must be at least 1, but is {experts}.");
        if (topK < 1 || topK > experts)
            throw Wrong(nameof(topK), $"topK must be from 1 to experts, {experts}, but is {topK}.");
        if (!(fraction >= 0 && fraction <= 1))
            throw Wrong(nameof(fraction), $"fraction must be from 0 to 1, but is {fraction}.");
        return 1 / (1 - fraction + (fraction * topK / experts));
    }

    private static ArgumentException Wrong(string parameter, FormattableString message) =>
        new(message.ToString(CultureInfo.InvariantCulture), parameter);
}
