namespace Sentiment;

/// <summary>What a comment feels; the names of the data's label column.</summary>
public enum Polarity
{
    /// <summary>Anger, disgust, fear, sadness and their kin.</summary>
    Negative,

    /// <summary>No emotion that the raters named.</summary>
    Neutral,

    /// <summary>Joy, approval, gratitude, love and their kin.</summary>
    Positive,
}
