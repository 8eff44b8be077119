using System;
using Spectre.Console;

namespace MoE.Benchmarks.Learn.Display;

/// <summary>Shows progress on the error stream, so that the other one is for results.</summary>
internal static class TrainingDisplay
{
    /// <summary>Runs trainings under it.</summary>
    /// <param name="trainings">How many there will be.</param>
    /// <param name="run">Makes them.</param>
    public static void Run(int trainings, Action<ITrainingReport> run)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (Console.IsErrorRedirected || !console.Profile.Capabilities.Interactive)
        {
            run(new TrainingLines());
            return;
        }

        console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(context => run(new TrainingBar(context.AddTask("learn", maxValue: trainings))));
    }
}
