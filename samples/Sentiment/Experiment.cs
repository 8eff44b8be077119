using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using MoE;
using Sentiment.Display;
using Sentiment.Embedding;
using Sentiment.Models;

namespace Sentiment;

/// <summary>Learns the embedding, trains the mixture with and without the balance loss from the same bad start, and measures both on the test part.</summary>
public sealed class Experiment
{
    private const int WatchedRows = 2000;

    private readonly CommentTable _train;
    private readonly CommentTable _test;
    private readonly CancellationToken _cancellation;

    private Experiment(CommentTable train, CommentTable test, CommentEmbedding embedding, CancellationToken cancellation)
    {
        _train = train;
        _test = test;
        _cancellation = cancellation;
        Embedding = embedding;
    }

    /// <summary>What the comments were embedded with.</summary>
    public CommentEmbedding Embedding { get; }

    /// <summary>The test part, [comments x <see cref="CommentEmbedding.Size"/>].</summary>
    public float[] TestRows => _test.Rows;

    /// <summary>Reads the data that lies beside the program and learns the embedding from its training part.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Experiment Prepare(CancellationToken cancellation)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Data");
        List<Comment> train = CommentFile.Read(Path.Combine(folder, "train.tsv"));
        List<Comment> test = CommentFile.Read(Path.Combine(folder, "test.tsv"));
        FittedEmbedding fit = EmbeddingDisplay.Run(progress => CrossFit.Learn(train, progress, cancellation));
        float[] testRows = fit.Embedding.Embed([.. test.Select(comment => comment.Text)]);
        return new Experiment(CommentTable.Of(fit.Rows, train), CommentTable.Of(testRows, test), fit.Embedding, cancellation);
    }

    /// <summary>Trains both models and prints what came out.</summary>
    /// <returns>The model with the balance loss.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public BalancedSentiment Run()
    {
        (_, ModelReport without) = Train<UnbalancedSentiment>("no balance loss");
        (BalancedSentiment model, ModelReport with) = Train<BalancedSentiment>("balance loss");
        ResultTable.Show([without, with]);
        BalanceCharts.ShowUtilization(without, with);
        BalanceCharts.ShowEpochs(without, with);
        SpecializationTable.Show(without);
        SpecializationTable.Show(with);
        return model;
    }

    private (TModel Model, ModelReport Report) Train<TModel>(string name)
        where TModel : ISentimentModel<TModel>
    {
        TModel model = TModel.Create(TrainingOptions.Seed);
        model.SetParameter("gate.bias", [.. TrainingOptions.FavouriteBias]);
        List<double> effective = [EffectiveExperts(model)];
        FitReport fit = TrainingDisplay.Run(name, progress => model.Fit(_train.Rows, _train.Labels, TrainingOptions.Fit with
        {
            CancellationToken = _cancellation,
            Progress = new BatchProgress(report =>
            {
                if (report.Batch == report.Batches) effective.Add(EffectiveExperts(model));
                progress(report, effective[^1]);
            }),
        }));
        if (fit.Outcome == FitOutcome.Cancelled) throw new OperationCanceledException(_cancellation);

        return (model, new ModelReport(
            name,
            model.Evaluate(_test.Rows, _test.Labels),
            model.Observe(_test.Rows, _test.Labels),
            effective,
            ExpertClasses.Of(model, _test)));
    }

    private double EffectiveExperts<TModel>(TModel model)
        where TModel : ISentimentModel<TModel> =>
        model.Observe(_train.Rows.AsSpan(0, WatchedRows * CommentEmbedding.Size), _train.Labels.AsSpan(0, WatchedRows)).EffectiveExperts;
}
