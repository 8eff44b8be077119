using System;
using System.Globalization;
using MoE;
using Spectre.Console;

namespace Melee.Display;

/// <summary>A live progress bar with the losses; where the output is redirected, a line at the end instead.</summary>
public static class TrainingDisplay
{
    /// <summary>Runs a Fit under a progress bar.</summary>
    /// <param name="model">What to call it.</param>
    /// <param name="options">Completed by the progress.</param>
    /// <param name="fit">Gets the options to train with.</param>
    public static FitReport Run(string model, FitOptions options, Func<FitOptions, FitReport> fit) =>
        AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected
            ? RunLive(model, options, fit)
            : fit(options with
            {
                Progress = new BatchProgress(progress =>
                {
                    if (progress.Epoch == progress.Epochs && progress.Batch == progress.Batches) AnsiConsole.WriteLine(Describe(model, progress));
                }),
            });

    private static FitReport RunLive(string model, FitOptions options, Func<FitOptions, FitReport> fit) =>
        AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(context =>
            {
                ProgressTask bar = context.AddTask(Markup.Escape(model));
                return fit(options with
                {
                    Progress = new BatchProgress(progress =>
                    {
                        bar.MaxValue = (double)progress.Epochs * progress.Batches;
                        bar.Value = (double)(progress.Epoch - 1) * progress.Batches + progress.Batch;
                        bar.Description = Markup.Escape(Describe(model, progress));
                    }),
                });
            });

    private static string Describe(string model, FitProgress progress) => string.Create(
        CultureInfo.InvariantCulture,
        $"{model,-14} epoch {progress.Epoch,2}/{progress.Epochs}  task loss {progress.Loss.Task:0.0000}  balance {progress.Loss.LoadBalance:0.0000}");
}
