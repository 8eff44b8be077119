using Sentiment.Text;

namespace Sentiment.Embedding;

/// <summary>How the tables are learned.</summary>
public static class EmbeddingOptions
{
    /// <summary>Seeds the folds.</summary>
    public const int Seed = 1;

    /// <summary>Parts of the comments; each table is learned from all parts but one.</summary>
    public const int Folds = 8;

    /// <summary>Passes over the comments.</summary>
    public static int Epochs(View view) => view == View.Pieces ? 3 : 5;

    /// <summary>The step size.</summary>
    public static float Rate(View view) => view == View.Pieces ? 0.1f : 0.15f;
}
