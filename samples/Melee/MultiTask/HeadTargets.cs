using System;

namespace Melee.MultiTask;

/// <summary>Targets of a head that is trained by mean squared error.</summary>
/// <remarks>
/// The true class's target is its <see cref="ClassBalance"/> weight instead of 1, the others' 0. The least squared error is then
/// at weight times probability, so the highest output heeds rare classes as a weighted cross entropy does.
/// </remarks>
public static class HeadTargets
{
    /// <summary>Fills a head's part of the targets.</summary>
    /// <param name="classes">One per row.</param>
    /// <param name="targets">[rows x width].</param>
    /// <param name="width">Outputs of a row, all heads together.</param>
    /// <param name="start">Where the head begins.</param>
    public static void Fill(ReadOnlySpan<int> classes, Span<float> targets, int width, int start)
    {
        double[] weights = ClassBalance.Weights(classes, Score.Classes);
        for (int row = 0; row < classes.Length; row++)
            targets[row * width + start + classes[row]] = (float)weights[classes[row]];
    }
}
