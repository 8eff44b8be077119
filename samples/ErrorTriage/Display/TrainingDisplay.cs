using System;
using System.Globalization;
using MoE;
using Spectre.Console;

namespace ErrorTriage.Display;

/// <summary>A live progress bar with loss and accuracy; where the output is redirected, a line per epoch instead.</summary>
public static class TrainingDisplay
{
    /// <summary>Runs a Fit under a progress bar.</summary>
    /// <param name="model">What to call it.</param>
    /// <param name="accuracy">Measures the accuracy on training rows; asked between epochs.</param>
    /// <param name="fit">Gets what it must report to.</param>
    public static FitReport Run(string model, Func<double> accuracy, Func<IProgress<FitProgress>, FitReport> fit) =>
        AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected
            ? RunLive(model, accuracy, fit)
            : fit(new BatchProgress(accuracy, (progress, measured) =>
            {
                if (progress.Batch == progress.Batches) AnsiConsole.WriteLine(Describe(model, progress, measured));
            }));

    private static FitReport RunLive(string model, Func<double> accuracy, Func<IProgress<FitProgress>, FitReport> fit) =>
        AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(context =>
            {
                ProgressTask bar = context.AddTask(Markup.Escape(model));
                return fit(new BatchProgress(accuracy, (progress, measured) =>
                {
                    bar.MaxValue = (double)progress.Epochs * progress.Batches;
                    bar.Value = (double)(progress.Epoch - 1) * progress.Batches + progress.Batch;
                    bar.Description = Markup.Escape(Describe(model, progress, measured));
                }));
            });

    private static string Describe(string model, FitProgress progress, double? accuracy) => string.Create(
        CultureInfo.InvariantCulture,
        $"{model,-16} epoch {progress.Epoch,2}/{progress.Epochs}  loss {progress.Loss.Total:0.0000}  accuracy {accuracy,6:0.0000}");
}
