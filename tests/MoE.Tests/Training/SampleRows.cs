using System;
using MoE.Numerics;
using MoE.Training;

namespace MoE.Tests.Training;

/// <summary>Seeded rows of three columns, with targets and labels that a linear model can learn.</summary>
internal sealed class SampleRows
{
    public const int InputSize = 3;
    public const int TargetSize = 2;
    public const int Classes = 3;

    public SampleRows(int count, ulong seed = 1)
    {
        Inputs = new float[count * InputSize];
        Targets = new float[count * TargetSize];
        Labels = new int[count];
        Xoshiro256 random = new(seed);
        foreach (ref float input in Inputs.AsSpan()) input = (random.Next() >> 40) / (float)(1 << 23) - 1;
        for (int row = 0; row < count; row++)
        {
            ReadOnlySpan<float> x = Inputs.AsSpan(row * InputSize, InputSize);
            Targets[row * 2] = 2 * x[0] - x[1] + 0.5f;
            Targets[row * 2 + 1] = x[2] - 0.25f;
            Labels[row] = x[0] > x[1] ? x[0] > x[2] ? 0 : 2 : x[1] > x[2] ? 1 : 2;
        }
    }

    public float[] Inputs { get; }

    public float[] Targets { get; }

    public int[] Labels { get; }

    public static LinearModel Regressor() => new(InputSize, TargetSize);

    public static LinearModel Classifier() => new(InputSize, Classes);

    public FitReport FitRegressor(LinearModel model, FitOptions options) =>
        Trainer.Fit(model, TrainingSet.Regression(model, Inputs, Targets), options);

    public FitReport FitClassifier(LinearModel model, FitOptions options) =>
        Trainer.Fit(model, TrainingSet.Classification(model, Inputs, Labels), options);
}
