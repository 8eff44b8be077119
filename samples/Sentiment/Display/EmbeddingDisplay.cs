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
    public static CrossFit Run(Func<Action<View>, CrossFit> learn) => Terminal.IsLive ? RunLive(learn) : RunInLines(learn);

    private static CrossFit RunLive(Func<Action<View>, CrossFit> learn) => Terminal.Progress().Start(context =>
    {
        ProgressTask bar = context.AddTask("embedding", maxValue: Enum.GetValues<View>().Length * EmbeddingOptions.Folds);
        return learn(view =>
        {
            bar.Description = $"embedding: {view}";
            bar.Increment(1);
        });
    });

    private static CrossFit RunInLines(Func<Action<View>, CrossFit> learn)
    {
        int tables = 0;
        return learn(view =>
        {
            if (Interlocked.Increment(ref tables) % EmbeddingOptions.Folds == 0) AnsiConsole.WriteLine($"embedding: {view} learned");
        });
    }
}
