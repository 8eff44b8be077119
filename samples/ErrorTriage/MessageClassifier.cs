using System;
using System.Globalization;
using ErrorTriage.Features;
using ErrorTriage.Models;

namespace ErrorTriage;

/// <summary>Classifies what a user pastes: a message, without label and source line.</summary>
public static class MessageClassifier
{
    /// <summary>The category of a message, its probability and the expert that weighed most.</summary>
    public static string Describe(TriageMixture model, string message)
    {
        float[] row = new float[HashingFeaturizer.Size];
        new HashingFeaturizer(FeatureSet.Message).Featurize(new RustcError(WithoutCode(message), "", "", default), row);

        float[] probabilities = new float[TriageMixture.OutputSize];
        model.PredictProbabilities(row, probabilities);
        int[] experts = new int[TriageMixture.TopK];
        float[] weights = new float[TriageMixture.TopK];
        model.Route(row, experts, weights);

        ErrorCategory category = model.Classify(row);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{category} ({probabilities[(int)category]:0.00}, {(TriageMixture.Expert)experts[0]} {weights[0]:0.00}): {message}");
    }

    /// <summary>The data's messages begin behind <c>error[E0382]: </c>.</summary>
    private static string WithoutCode(string message) =>
        message.StartsWith("error[", StringComparison.Ordinal) && message.IndexOf("]: ", StringComparison.Ordinal) is > 0 and int end
            ? message[(end + 3)..]
            : message;
}
