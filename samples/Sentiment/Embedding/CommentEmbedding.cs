using System;
using System.Collections.Generic;
using System.Linq;
using Sentiment.Text;

namespace Sentiment.Embedding;

/// <summary>Turns a comment into the row that the mixture takes: what each view's table says of the classes, length and shouting.</summary>
/// <param name="tables">One per <see cref="View"/>, in its order.</param>
public sealed class CommentEmbedding(IReadOnlyList<ScoreTable> tables)
{
    /// <summary>Of <see cref="View"/>.</summary>
    public const int ViewCount = 6;

    /// <summary>Numbers of a row: three scores for each view, length and shouting.</summary>
    public const int Size = ViewCount * ScoreTable.Width + 2;

    /// <summary>One per <see cref="View"/>, in its order.</summary>
    public IReadOnlyList<ScoreTable> Tables { get; } = tables;

    /// <summary>Embeds comments.</summary>
    /// <returns>[comments x <see cref="Size"/>].</returns>
    public float[] Embed(IReadOnlyList<string> comments)
    {
        float[] rows = new float[comments.Count * Size];
        for (int i = 0; i < comments.Count; i++)
        {
            List<string> tokens = Tokenizer.Cut(comments[i]);
            Span<float> row = rows.AsSpan(i * Size, Size);
            foreach (View view in Enum.GetValues<View>())
                Tables[(int)view].Score(Grams.Of(view, tokens, ScoreTable.Buckets), Scores(row, view));
            AddManner(comments[i], tokens.Count, row);
        }

        return rows;
    }

    /// <summary>The numbers of a row that a view fills.</summary>
    public static Span<float> Scores(Span<float> row, View view) => row.Slice((int)view * ScoreTable.Width, ScoreTable.Width);

    /// <summary>Fills the last two numbers: how long the comment is, and how much of it is in capitals, which the tokens have lost.</summary>
    public static void AddManner(string comment, int tokens, Span<float> row)
    {
        int letters = comment.Count(char.IsLetter);
        row[^2] = MathF.Log(1 + tokens) - 2.5f;
        row[^1] = letters == 0 ? 0 : (float)comment.Count(char.IsUpper) / letters;
    }
}
