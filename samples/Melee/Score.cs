using System;

namespace Melee;

/// <summary>How well predicted classes fit the true ones.</summary>
/// <param name="Accuracy">The share that is right, 0 to 1.</param>
/// <param name="MacroF1">The mean of F1 over the classes that occur in truth or prediction, 0 to 1.</param>
public sealed record Score(double Accuracy, double MacroF1)
{
    /// <summary>Classes of either task: there are as many buttons as regimes.</summary>
    public const int Classes = 6;

    /// <summary>Scores the highest of each row's outputs.</summary>
    /// <param name="outputs">[rows x width].</param>
    /// <param name="width">Outputs of a row.</param>
    /// <param name="head">Which of them are the classes'.</param>
    /// <param name="truth">The class of each row.</param>
    public static Score OfHighest(ReadOnlySpan<float> outputs, int width, Range head, ReadOnlySpan<int> truth)
    {
        int[] predictions = new int[truth.Length];
        for (int row = 0; row < truth.Length; row++)
        {
            ReadOnlySpan<float> classes = outputs.Slice(row * width, width)[head];
            for (int @class = 1; @class < classes.Length; @class++)
                if (classes[@class] > classes[predictions[row]]) predictions[row] = @class;
        }

        return Of(predictions, truth);
    }

    /// <summary>Scores predictions.</summary>
    /// <param name="predictions">One per row.</param>
    /// <param name="truth">One per row.</param>
    public static Score Of(ReadOnlySpan<int> predictions, ReadOnlySpan<int> truth)
    {
        int[] right = new int[Classes];
        int[] seen = new int[Classes];
        int total = 0;
        for (int row = 0; row < truth.Length; row++)
        {
            seen[predictions[row]]++;
            seen[truth[row]]++;
            if (predictions[row] != truth[row]) continue;
            right[truth[row]]++;
            total++;
        }

        double sum = 0;
        int occurring = 0;
        for (int @class = 0; @class < Classes; @class++)
        {
            if (seen[@class] == 0) continue;
            occurring++;
            sum += 2.0 * right[@class] / seen[@class];
        }

        return new Score((double)total / truth.Length, sum / occurring);
    }
}
