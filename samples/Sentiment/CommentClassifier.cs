using System.Globalization;
using Sentiment.Models;

namespace Sentiment;

/// <summary>Classifies what a user types.</summary>
public static class CommentClassifier
{
    /// <summary>The class of a comment, its probability and the two experts that worked on it, with their weights.</summary>
    public static string Describe(SavedModel model, string comment)
    {
        float[] row = model.Embedding.Embed([comment]);
        float[] probabilities = new float[BalancedSentiment.OutputSize];
        model.Mixture.PredictProbabilities(row, probabilities);
        int[] experts = new int[BalancedSentiment.TopK];
        float[] weights = new float[BalancedSentiment.TopK];
        model.Mixture.Route(row, experts, weights);

        Polarity polarity = model.Mixture.Classify(row);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{polarity} ({probabilities[(int)polarity]:0.00}; expert {experts[0]} {weights[0]:0.00}, expert {experts[1]} {weights[1]:0.00}): {comment}");
    }
}
