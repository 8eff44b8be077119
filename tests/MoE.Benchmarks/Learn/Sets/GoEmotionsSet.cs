using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Data;
using MoE.Benchmarks.Learn.Models;
using Sentiment;
using Sentiment.Embedding;

namespace MoE.Benchmarks.Learn.Sets;

/// <summary>goemotions-3class: whether a comment is negative, neutral or positive. Rows are those of samples/Sentiment, embedded by what was learned from the lines to learn.</summary>
internal sealed record GoEmotionsSet() : LearnSetOf<Polarity>(
    "goemotions-3class",
    Metric.Accuracy,
    new SearchGrid(new FitOptions { BatchSize = 64, Schedule = LearningRateSchedule.Cosine }, [0.001, 0.003], [5, 10]),
    [
        new JointContestant<GoEmotionsSparseStrong, Polarity>(Role.Mixture),
        new JointContestant<GoEmotionsSparseMild, Polarity>(Role.Mixture),
        new TwoStageContestant<GoEmotionsSparseMild, Polarity>(Role.TwoStageMixture),
        new TwoStageContestant<GoEmotionsSoft, Polarity>(Role.TwoStageMixture),
        new JointContestant<GoEmotionsSameActiveMild, Polarity>(Role.SameActiveSize),
        new JointContestant<GoEmotionsSameActiveStrong, Polarity>(Role.SameActiveSize),
        new JointContestant<GoEmotionsSameTotalMild, Polarity>(Role.SameTotalSize),
        new JointContestant<GoEmotionsSameTotalStrong, Polarity>(Role.SameTotalSize),
        new ForestContestant<GoEmotionsForest, Polarity>(),
        new JointContestant<GoEmotionsForestsAndNetworks, Polarity>(Role.ForestsAndNetworks),
        new TwoStageContestant<GoEmotionsForestsAndNetworks, Polarity>(Role.ForestsAndNetworks),
    ],
    [new("logistic regression", 0.619)])
{
    private const int Every = 5;

    /// <inheritdoc/>
    public override LearnPart<Polarity> ForSearch(DirectoryInfo data, CancellationToken cancellation)
    {
        Holdout<Comment> holdout = Holdout<Comment>.ByRow(CommentFile.Read(TrainPath(data)), Every);
        return PartOf(holdout.Fit, holdout.Measured, cancellation);
    }

    /// <inheritdoc/>
    public override LearnPart<Polarity> ForTest(DirectoryInfo data, CancellationToken cancellation) =>
        PartOf(CommentFile.Read(TrainPath(data)), CommentFile.Read(TestPath(data)), cancellation);

    private static LearnPart<Polarity> PartOf(IReadOnlyList<Comment> fit, IReadOnlyList<Comment> measured, CancellationToken cancellation)
    {
        FittedEmbedding embedding = CrossFit.Learn(fit, _ => { }, cancellation);
        float[] rows = embedding.Embedding.Embed([.. measured.Select(comment => comment.Text)]);
        return new(RowsOf(embedding.Rows, fit), RowsOf(rows, measured));
    }

    private static LearnRows<Polarity> RowsOf(float[] rows, IReadOnlyList<Comment> comments) => new(rows, [.. comments.Select(comment => comment.Polarity)]);
}
