using System;
using ErrorTriage.Models;
using MoE;

namespace ErrorTriage;

/// <summary>Two stages: each forest on errors of its own, then the router on what each forest loses on every error.</summary>
public static class ForestTraining
{
    // A forest gives a category that it has not seen the probability 0: what is lost there is as much as at one in a hundred.
    private const float Least = 0.01f;

    /// <summary>Trains a model.</summary>
    /// <returns>How the router's training ended, or that of the forest that was cancelled.</returns>
    public static FitReport Fit(ForestTriage model, ErrorTable train, FitOptions options)
    {
        TimeSpan elapsed = TimeSpan.Zero;
        foreach (ForestTriage.Expert expert in Enum.GetValues<ForestTriage.Expert>())
        {
            ErrorTable own = train.Where(category => Specialities.Of(category) == expert);
            FitReport grown = model.FitExpert((int)expert, own.Rows, own.Categories, options);
            if (grown.Outcome == FitOutcome.Cancelled) return grown;
            elapsed += grown.Elapsed;
        }
        FitReport routed = model.FitGateToLosses(train.Rows, Losses(model, train), options);
        return routed with { Elapsed = elapsed + routed.Elapsed };
    }

    // [errors x experts], the negative logarithm of what a forest gives the error's category.
    private static float[] Losses(ForestTriage model, ErrorTable train)
    {
        float[] losses = new float[train.Categories.Length * ForestTriage.ExpertCount];
        float[] said = new float[train.Categories.Length * ForestTriage.OutputSize];
        for (int expert = 0; expert < ForestTriage.ExpertCount; expert++)
        {
            model.PredictExpert(expert, train.Rows, said);
            for (int row = 0; row < train.Categories.Length; row++)
            {
                float probability = said[(row * ForestTriage.OutputSize) + (int)train.Categories[row]];
                losses[(row * ForestTriage.ExpertCount) + expert] = -MathF.Log(MathF.Max(probability, Least));
            }
        }
        return losses;
    }
}
