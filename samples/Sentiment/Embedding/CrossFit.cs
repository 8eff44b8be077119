using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Sentiment.Text;

namespace Sentiment.Embedding;

/// <summary>Learns an embedding and embeds the very comments it is learned from, honestly.</summary>
/// <remarks>
/// A table has seen the labels of its comments and is too sure of them; a mixture that learns from such rows trusts the tables
/// blindly. So each comment is embedded by a table that was learned from the other folds (Wolpert, "Stacked Generalization",
/// 1992), and new comments by the mean of all folds' tables.
/// </remarks>
public sealed class CrossFit
{
    private readonly IReadOnlyList<Comment> _comments;
    private readonly List<string>[] _tokens;
    private readonly int[] _folds;
    private readonly float[] _rows;

    private CrossFit(IReadOnlyList<Comment> comments)
    {
        _comments = comments;
        _tokens = [.. comments.Select(comment => Tokenizer.Cut(comment.Text))];
        Random random = new(EmbeddingOptions.Seed);
        _folds = [.. comments.Select(_ => random.Next(EmbeddingOptions.Folds))];
        _rows = new float[comments.Count * CommentEmbedding.Size];
        for (int i = 0; i < comments.Count; i++) CommentEmbedding.AddManner(comments[i].Text, _tokens[i].Count, Row(i));
    }

    /// <summary>Learns from comments; the same on every run, whatever the number of cores.</summary>
    /// <param name="comments">All that may be learned from.</param>
    /// <param name="progress">Told of every table that is learned, on any thread.</param>
    /// <param name="cancellation">Asked before every pass over the comments.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static FittedEmbedding Learn(IReadOnlyList<Comment> comments, Action<View> progress, CancellationToken cancellation)
    {
        CrossFit fit = new(comments);
        ScoreTable[] tables = [.. Enum.GetValues<View>().Select(view => fit.LearnView(view, progress, cancellation))];
        return new FittedEmbedding(new CommentEmbedding(tables), fit._rows);
    }

    private ScoreTable LearnView(View view, Action<View> progress, CancellationToken cancellation)
    {
        int[][] grams = [.. _tokens.Select(tokens => Grams.Of(view, tokens, ScoreTable.Buckets))];
        ScoreTable[] tables = new ScoreTable[EmbeddingOptions.Folds];
        Parallel.For(0, tables.Length, new ParallelOptions { CancellationToken = cancellation }, fold =>
        {
            tables[fold] = LearnFold(view, fold, grams, cancellation);
            progress(view);
        });
        for (int i = 0; i < grams.Length; i++)
            tables[_folds[i]].Score(grams[i], CommentEmbedding.Scores(Row(i), view));
        return ScoreTable.Average(tables);
    }

    private ScoreTable LearnFold(View view, int fold, int[][] grams, CancellationToken cancellation)
    {
        int[] others = [.. Enumerable.Range(0, grams.Length).Where(i => _folds[i] != fold)];
        Random random = new(fold);
        TableTrainer trainer = new();
        for (int epoch = 0; epoch < EmbeddingOptions.Epochs(view); epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            random.Shuffle(others);
            foreach (int i in others) trainer.Learn(grams[i], _comments[i].Polarity, EmbeddingOptions.Rate(view));
        }

        return trainer.Table;
    }

    private Span<float> Row(int comment) => _rows.AsSpan(comment * CommentEmbedding.Size, CommentEmbedding.Size);
}
