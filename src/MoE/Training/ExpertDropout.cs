using System;
using MoE.Numerics;

namespace MoE.Training;

/// <summary>Which experts are out for a step: each with a probability, but never so many that a row would find fewer than TopK.</summary>
internal static class ExpertDropout
{
    // Apart from the streams that a step's seed has elsewhere.
    private const long Stream = -4;

    /// <summary>One flag for each expert.</summary>
    public static bool[] Draw(int experts, int topK, double rate, ulong seed)
    {
        Xoshiro256 random = Xoshiro256.ForStream(seed, Stream);
        double[] draws = new double[experts];
        int[] order = new int[experts];
        for (int expert = 0; expert < experts; expert++)
            (draws[expert], order[expert]) = (random.NextFraction(), expert);
        Array.Sort(draws, order);
        bool[] excluded = new bool[experts];
        for (int place = 0; place < experts - topK && draws[place] < rate; place++)
            excluded[order[place]] = true;
        return excluded;
    }
}
