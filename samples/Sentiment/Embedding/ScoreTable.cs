using System;
using System.Collections.Generic;

namespace Sentiment.Embedding;

/// <summary>A learned embedding of hashed grams, as wide as there are classes; a comment's is the sum over its grams.</summary>
/// <remarks>
/// fastText's classifier with the hidden layer left out: Joulin, Grave, Bojanowski and Mikolov, "Bag of Tricks for Efficient
/// Text Classification", 2016. Each number says how much a gram speaks for a class, so tables that were learned from other
/// comments agree on what their columns mean, and can be averaged.
/// </remarks>
/// <param name="values">[<see cref="Buckets"/> x <see cref="Width"/>].</param>
public sealed class ScoreTable(float[] values)
{
    /// <summary>Rows of a table; grams of equal hash share one.</summary>
    public const int Buckets = 1 << 18;

    /// <summary>Numbers of a row: one for each <see cref="Polarity"/>.</summary>
    public const int Width = 3;

    /// <summary>[<see cref="Buckets"/> x <see cref="Width"/>].</summary>
    public float[] Values { get; } = values;

    /// <summary>The mean of tables.</summary>
    public static ScoreTable Average(IReadOnlyList<ScoreTable> tables)
    {
        float[] mean = new float[Buckets * Width];
        foreach (ScoreTable table in tables)
            for (int i = 0; i < mean.Length; i++)
                mean[i] += table.Values[i] / tables.Count;
        return new ScoreTable(mean);
    }

    /// <summary>What a sum over so many grams is multiplied by, so that long comments do not shout.</summary>
    public static float Scale(int grams) => 1 / MathF.Sqrt(Math.Max(1, grams));

    /// <summary>Sums up a comment.</summary>
    /// <param name="grams">Its buckets.</param>
    /// <param name="scores">Receives <see cref="Width"/> numbers.</param>
    public void Score(ReadOnlySpan<int> grams, Span<float> scores)
    {
        scores.Clear();
        foreach (int gram in grams)
            for (int column = 0; column < Width; column++)
                scores[column] += Values[gram * Width + column];
        for (int column = 0; column < Width; column++) scores[column] *= Scale(grams.Length);
    }
}
