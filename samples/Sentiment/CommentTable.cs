using System.Collections.Generic;
using System.Linq;

namespace Sentiment;

/// <summary>Comments as a model takes them.</summary>
/// <param name="Rows">[comments x <see cref="Embedding.CommentEmbedding.Size"/>].</param>
/// <param name="Labels">One per row.</param>
public sealed record CommentTable(float[] Rows, Polarity[] Labels)
{
    /// <summary>The labels of comments, beside rows made of them.</summary>
    public static CommentTable Of(float[] rows, IEnumerable<Comment> comments) => new(rows, [.. comments.Select(comment => comment.Polarity)]);
}
