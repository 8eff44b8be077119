using System;
using System.Linq;

namespace Melee;

/// <summary>What a class counts so that rare ones are not drowned.</summary>
public static class ClassBalance
{
    /// <summary>Frequency to the power of minus <see cref="TrainingOptions.RareClassPower"/>, scaled so that the mean over the rows is 1; 0 for a class without rows.</summary>
    /// <param name="classes">One per row.</param>
    /// <param name="classCount">How many classes there are.</param>
    public static double[] Weights(ReadOnlySpan<int> classes, int classCount)
    {
        double[] shares = new double[classCount];
        foreach (int @class in classes) shares[@class] += 1.0 / classes.Length;
        double[] weights = [.. shares.Select(share => share == 0 ? 0 : Math.Pow(share, -TrainingOptions.RareClassPower))];
        double mean = shares.Zip(weights, (share, weight) => share * weight).Sum();
        return [.. weights.Select(weight => weight / mean)];
    }
}
