using System;
using System.CommandLine;
using System.Linq;
using MoE.Benchmarks.Compiling;

namespace MoE.Benchmarks.Train;

/// <summary><c>train</c>: how long a step of a Fit takes, beside what Peers/torch_train.py says of PyTorch.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var threads = new Option<int[]>("--threads") { Description = "threads of a Fit", DefaultValueFactory = _ => [1, 2], AllowMultipleArgumentsPerToken = true };
        var rows = new Option<int[]>("--rows") { Description = "rows of a mini-batch", DefaultValueFactory = _ => [32, 256], AllowMultipleArgumentsPerToken = true };
        var seconds = new Option<double>("--seconds") { Description = "how long each measurement takes", DefaultValueFactory = _ => 2 };
        var names = new Argument<string[]>("case") { Description = "tiny, triage, block, sparse; none: all", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("train", "Times steps of a Fit (forward, backward, AdamW) and prints a JSON line for each case.") { threads, rows, seconds, names };
        command.SetAction(parsed =>
        {
            string[] chosen = parsed.GetValue(names) ?? [];
            foreach (TrainCase each in TrainCase.All.Where(each => chosen.Length == 0 || chosen.Contains(each.Name)))
                foreach (int count in parsed.GetRequiredValue(threads))
                    foreach (int batch in parsed.GetRequiredValue(rows))
                        JsonLine.Print(Measure(each, batch, count, parsed.GetValue(seconds)));
        });
        return command;
    }

    private static TrainLine Measure(TrainCase each, int rows, int threads, double seconds)
    {
        using StepTimes times = new(seconds);
        each.Fit(new FitOptions { Epochs = int.MaxValue, BatchSize = rows, Threads = threads, Progress = times, CancellationToken = times.Token }, rows);
        return new TrainLine("moe-train", each.Name, rows, threads, Math.Round(times.Median, 2), Math.Round(times.Least, 2), times.Loss);
    }
}
