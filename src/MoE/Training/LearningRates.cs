using System;

namespace MoE.Training;

/// <summary>The step size of each step of a Fit.</summary>
/// <param name="options">Schedule and warm-up.</param>
/// <param name="steps">Steps of all epochs.</param>
internal sealed class LearningRates(FitOptions options, long steps)
{
    /// <summary>Of a step, from 1: <c>rate * step / WarmupSteps</c> at first, then as the schedule says, its last step just before the end.</summary>
    public double Of(long step)
    {
        if (step <= options.WarmupSteps)
            return options.LearningRate * step / options.WarmupSteps;
        // A resumed Fit may run further than it was planned.
        double way = Math.Min(1, (double)(step - 1 - options.WarmupSteps) / Math.Max(1, steps - options.WarmupSteps));
        return options.Schedule switch
        {
            LearningRateSchedule.Linear => Between(1 - way),
            LearningRateSchedule.Cosine => Between(0.5 * (1 - Sine(Math.PI * (way - 0.5)))),
            _ => options.LearningRate,
        };
    }

    private double Between(double share) => options.FinalLearningRate + ((options.LearningRate - options.FinalLearningRate) * share);

    // libm's is not the same on every machine. Taylor's series on [-pi/2, pi/2]: the first term left out is below 2^-53.
    private static double Sine(double x)
    {
        double sum = 0, term = x;
        for (int power = 1; power <= 23; power += 2)
        {
            sum += term;
            term *= -x * x / ((power + 1) * (power + 2));
        }
        return sum;
    }
}
