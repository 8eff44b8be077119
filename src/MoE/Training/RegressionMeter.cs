using System;

namespace MoE.Training;

/// <summary>The coefficient of determination, as scikit-learn's <c>r2_score</c> (uniform average over the outputs).</summary>
internal sealed class RegressionMeter(int width) : IOutputMeter
{
    private readonly double[] _squaredErrors = new double[width];

    public void Add(in TrainingSet set, ReadOnlySpan<int> rows, ReadOnlySpan<float> outputs)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            for (int column = 0; column < width; column++)
            {
                double error = (double)outputs[i * width + column] - set.Targets[rows[i] * width + column];
                _squaredErrors[column] += error * error;
            }
        }
    }

    /// <param name="targets">Of all rows that were added.</param>
    public double R2(ReadOnlySpan<float> targets)
    {
        double sum = 0;
        for (int column = 0; column < width; column++)
        {
            double spread = Spread(targets, column);
            if (spread > 0) sum += 1 - _squaredErrors[column] / spread;
            else sum += _squaredErrors[column] == 0 ? 1 : 0;
        }

        return sum / width;
    }

    /// <summary>
    /// Sum of squared distances from the column's mean; in two passes, as one would cancel, and relative to the first target,
    /// so that a constant column gives exactly 0.
    /// </summary>
    private double Spread(ReadOnlySpan<float> targets, int column)
    {
        double first = targets[column];
        double sum = 0;
        for (int i = column; i < targets.Length; i += width) sum += targets[i] - first;
        double mean = sum / (targets.Length / width);

        double spread = 0;
        for (int i = column; i < targets.Length; i += width)
        {
            double distance = targets[i] - first - mean;
            spread += distance * distance;
        }

        return spread;
    }
}
