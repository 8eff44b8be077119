using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading;
using MoE.Benchmarks.Compiling;
using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Display;
using MoE.Benchmarks.Learn.Sets;

namespace MoE.Benchmarks.Learn;

/// <summary><c>learn</c>: whether mixing pays, on real data.</summary>
internal static class LearnCommand
{
    private const int Cancelled = 130;

    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "folder that holds a folder for each set", DefaultValueFactory = _ => DataFolder.Find() };
        var sets = new Option<string[]>("--sets")
        {
            Description = $"sets to learn, or a part of their names, with commas between them: {string.Join(", ", LearnSet.All.Select(set => set.Name))}",
            CustomParser = result => [.. result.Tokens.SelectMany(token => token.Value.Split(','))],
        };
        var roles = new Option<Role[]>("--roles") { Description = "what contestants stand for; all of them, where none is named", AllowMultipleArgumentsPerToken = true };
        var seeds = new Option<int>("--seeds") { Description = "how often what the search chose is trained", DefaultValueFactory = _ => 3 };
        seeds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1) result.AddError("--seeds: expected 1 or more.");
        });
        var search = new Option<bool>("--search-only") { Description = "leaves the test parts alone: for work on the contestants" };
        var quick = new Option<bool>("--quick") { Description = "one setting of two epochs: to see that all works, not to measure" };
        var command = new Command("learn", "Searches mixtures and single experts of equal size alike and prints what they are worth on the test parts.") { data, sets, roles, seeds, search, quick };
        command.SetAction(parsed => Run(new LearnOptions(
            parsed.GetRequiredValue(data), parsed.GetValue(sets) ?? [], parsed.GetValue(roles) ?? [], parsed.GetValue(seeds), parsed.GetValue(search), parsed.GetValue(quick))));
        return command;
    }

    private static int Run(LearnOptions options)
    {
        if (options.Sets.FirstOrDefault(name => !LearnSet.All.Any(set => IsMeant(set, name))) is { } unknown)
            return Refuse($"there is no set '{unknown}'; there are {string.Join(", ", LearnSet.All.Select(set => set.Name))}.");
        LearnSet[] sets = [.. LearnSet.All.Where(set => options.Sets.Count == 0 || options.Sets.Any(name => IsMeant(set, name)))];
        if (sets.SelectMany(set => set.MissingFiles(options.Data)).FirstOrDefault() is { } missing)
            return Refuse($"there is no file '{missing}'. Name the folder that holds a folder for each set: --data FOLDER.");

        using CancellationTokenSource stop = new();
        ConsoleCancelEventHandler cancel = (_, key) =>
        {
            key.Cancel = true;
            stop.Cancel();
        };
        Console.CancelKeyPress += cancel;
        try
        {
            return Learn(sets, options, stop.Token);
        }
        finally
        {
            Console.CancelKeyPress -= cancel;
        }
    }

    private static int Learn(LearnSet[] sets, LearnOptions options, CancellationToken cancellation)
    {
        List<(LearnSet Set, IReadOnlyList<LearnResult> Results)> learned = [];
        try
        {
            TrainingDisplay.Run(sets.Sum(set => set.Trainings(options)), report =>
            {
                foreach (LearnSet set in sets) learned.Add((set, set.Learn(options, report, cancellation)));
            });
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("learn: cancelled.");
        }

        foreach ((LearnSet set, IReadOnlyList<LearnResult> results) in learned)
            foreach (LearnResult result in results)
                JsonLine.Print(LearnLine.Of(set, result));
        if (learned.Count > 0) LearnTable.Show(learned);
        return cancellation.IsCancellationRequested ? Cancelled : 0;
    }

    // "letter" is enough for uci-letter.
    private static bool IsMeant(LearnSet set, string name) => name.Length > 0 && set.Name.Contains(name, StringComparison.Ordinal);

    private static int Refuse(string reason)
    {
        Console.Error.WriteLine($"learn: {reason}");
        return 2;
    }
}
