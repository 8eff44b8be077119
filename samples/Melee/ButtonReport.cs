using System.Collections.Generic;
using System.Linq;
using Melee.Models;

namespace Melee;

/// <summary>How button models of several seeds do on rows they did not see.</summary>
/// <param name="Singles">Each model alone.</param>
/// <param name="Together">The highest of their mean probabilities.</param>
public sealed record ButtonReport(IReadOnlyList<Score> Singles, Score Together)
{
    /// <summary>The mean over the models.</summary>
    public double MacroF1 => Singles.Average(score => score.MacroF1);

    /// <summary>The mean over the models.</summary>
    public double Accuracy => Singles.Average(score => score.Accuracy);

    /// <summary>Scores models.</summary>
    public static ButtonReport Of(IReadOnlyList<ButtonMixture> models, StateTable table)
    {
        float[] sum = new float[table.Buttons.Length * ButtonMixture.OutputSize];
        float[] probabilities = new float[sum.Length];
        List<Score> singles = [];
        foreach (ButtonMixture model in models)
        {
            model.PredictProbabilities(table.Rows, probabilities, threads: 0);
            singles.Add(Score.OfHighest(probabilities, ButtonMixture.OutputSize, .., table.ButtonIndices));
            for (int i = 0; i < sum.Length; i++) sum[i] += probabilities[i];
        }

        return new ButtonReport(singles, Score.OfHighest(sum, ButtonMixture.OutputSize, .., table.ButtonIndices));
    }
}
