using System;
using System.Threading;
using Sentiment.Embedding;
using Sentiment.Text;
using Spectre.Console;

namespace Sentiment.Display;

/// <summary>A live bar while the embedding is learned; where the output is redirected, a line per view instead.</summary>
public static class EmbeddingDisplay
{
    /// <summary>Learns under a progress bar.</summary>
    /// <param name="learn">Gets what it must tell of every table that is learned, on any thread.</param>
    public static FittedEmbedding Run(Func<Action<View>, FittedEmbedding> learn) => Terminal.IsLive ? RunLive(learn) : RunInLines(learn);

    private static FittedEmbedding RunLive(Func<Action<View>, FittedEmbedding> learn) => Terminal.Progress().Start(context =>
    {
        ProgressTask bar = context.AddTask("embedding", maxValue: Enum.GetValues<View>().Length * EmbeddingOptions.Folds);
        return learn(view =>
        {
            bar.Description = $"embedding: {view}";
            bar.Increment(1);
        });
    });

    private static FittedEmbedding RunInLines(Func<Action<View>, FittedEmbedding> learn)
    {
        int tables = 0;
        return learn(view =>
        {
            if (Interlocked.Increment(ref tables) % EmbeddingOptions.Folds == 0) AnsiConsole.WriteLine($"embedding: {view} learned");
        });
    }
}
