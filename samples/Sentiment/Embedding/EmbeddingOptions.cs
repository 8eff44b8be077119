using Sentiment.Text;

namespace Sentiment.Embedding;

/// <summary>How the tables are learned; chosen by cross-validation on the training comments, see README.md.</summary>
public static class EmbeddingOptions
{
    /// <summary>Seeds the folds.</summary>
    public const int Seed = 1;

    /// <summary>Parts of the comments; each table is learned from all parts but one.</summary>
    public const int Folds = 8;

    /// <summary>Passes over the comments.</summary>
    public static int Epochs(View view) => IsOfPieces(view) ? 6 : 5;

    /// <summary>The step size: a comment has many pieces, so each needs to learn less.</summary>
    public static float Rate(View view) => IsOfPieces(view) ? 0.05f : 0.15f;

    private static bool IsOfPieces(View view) => view is View.ShortPieces or View.LongPieces;
}
