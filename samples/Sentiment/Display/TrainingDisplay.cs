using System;
using System.Globalization;
using MoE;
using Spectre.Console;

namespace Sentiment.Display;

/// <summary>A live progress bar with loss and effective experts; where the output is redirected, a line per epoch instead.</summary>
public static class TrainingDisplay
{
    /// <summary>Runs a Fit under a progress bar.</summary>
    /// <param name="model">What to call it.</param>
    /// <param name="fit">Gets what it must tell of every batch, with the latest number of effective experts.</param>
    public static FitReport Run(string model, Func<Action<FitProgress, double>, FitReport> fit) => Terminal.IsLive
        ? RunLive(model, fit)
        : fit((progress, effective) =>
        {
            if (progress.Batch == progress.Batches) AnsiConsole.WriteLine(Describe(model, progress, effective));
        });

    private static FitReport RunLive(string model, Func<Action<FitProgress, double>, FitReport> fit) => Terminal.Progress().Start(context =>
    {
        ProgressTask bar = context.AddTask(Markup.Escape(model));
        return fit((progress, effective) =>
        {
            bar.MaxValue = (double)progress.Epochs * progress.Batches;
            bar.Value = (double)(progress.Epoch - 1) * progress.Batches + progress.Batch;
            bar.Description = Markup.Escape(Describe(model, progress, effective));
        });
    });

    private static string Describe(string model, FitProgress progress, double effective) => string.Create(
        CultureInfo.InvariantCulture,
        $"{model,-15} epoch {progress.Epoch,2}/{progress.Epochs}  loss {progress.Loss.Total:0.0000}  effective experts {effective:0.00}");
}
