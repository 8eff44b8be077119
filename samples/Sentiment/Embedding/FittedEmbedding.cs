namespace Sentiment.Embedding;

/// <summary>What <see cref="CrossFit"/> learned.</summary>
/// <param name="Embedding">For comments that are new.</param>
/// <param name="Rows">The comments it was learned from, each embedded by tables that have not seen it: [comments x <see cref="CommentEmbedding.Size"/>].</param>
public sealed record FittedEmbedding(CommentEmbedding Embedding, float[] Rows);
