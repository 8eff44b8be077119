using System;
using System.Collections.Generic;
using System.Linq;
using Melee;

namespace Agent;

/// <summary>How well buttons are found; each list holds one number per <see cref="Button"/>, 0 to 1.</summary>
/// <param name="Precision">The share of the predictions of a button that are right.</param>
/// <param name="Recall">The share of its presses that are predicted.</param>
/// <param name="F1">Their harmonic mean; 0 where a button is never pressed or predicted.</param>
/// <param name="Total">Of all buttons.</param>
public sealed record ButtonScores(IReadOnlyList<double> Precision, IReadOnlyList<double> Recall, IReadOnlyList<double> F1, Score Total)
{
    /// <summary>Scores predictions.</summary>
    /// <param name="predictions">One per state.</param>
    /// <param name="truth">One per state.</param>
    public static ButtonScores Of(IReadOnlyList<Button> predictions, IReadOnlyList<Button> truth)
    {
        Button[] right = [.. predictions.Zip(truth).Where(pair => pair.First == pair.Second).Select(pair => pair.First)];
        return new ButtonScores(
            Each(button => Share(Count(right, button), Count(predictions, button))),
            Each(button => Share(Count(right, button), Count(truth, button))),
            Each(button => Share(2 * Count(right, button), Count(predictions, button) + Count(truth, button))),
            Score.Of(Indices(predictions), Indices(truth)));
    }

    /// <summary>The mean of several models.</summary>
    public static ButtonScores MeanOf(IReadOnlyList<ButtonScores> scores) => new(
        Each(button => scores.Average(one => one.Precision[(int)button])),
        Each(button => scores.Average(one => one.Recall[(int)button])),
        Each(button => scores.Average(one => one.F1[(int)button])),
        new Score(scores.Average(one => one.Total.Accuracy), scores.Average(one => one.Total.MacroF1)));

    private static double[] Each(Func<Button, double> number) => [.. Enum.GetValues<Button>().Select(number)];

    private static int Count(IReadOnlyList<Button> buttons, Button button) => buttons.Count(one => one == button);

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private static int[] Indices(IReadOnlyList<Button> buttons) => [.. buttons.Select(button => (int)button)];
}
