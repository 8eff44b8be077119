using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Sets;
using Spectre.Console;

namespace MoE.Benchmarks.Learn.Display;

/// <summary>The answer: a column for each set, a row for each role and baseline.</summary>
internal static class LearnTable
{
    private static readonly string[] s_baselines = [.. LearnSet.All.SelectMany(set => set.Baselines).Select(baseline => baseline.Name).Distinct()];

    /// <summary>Prints it.</summary>
    public static void Show(IReadOnlyList<(LearnSet Set, IReadOnlyList<LearnResult> Results)> learned)
    {
        Table table = new Table().AddColumn("test part");
        foreach ((LearnSet set, _) in learned) table.AddColumn($"{set.Name}\n{set.Metric}");
        foreach (Role role in Enum.GetValues<Role>())
            table.AddRow([NameOf(role), .. learned.Select(each => TextOf(each.Results.First(result => result.Role == role)))]);
        table.AddRow(["[bold]the best mixture's lead over one expert of the active size[/]", .. learned.Select(each => LeadOf(each.Results))]);
        foreach (string name in s_baselines)
            table.AddRow([name, .. learned.Select(each => each.Set.Baselines.FirstOrDefault(baseline => baseline.Name == name) is { } found ? Text($"{found.Score:0.0000}") : "")]);
        AnsiConsole.Write(table);
        AnsiConsole.MarkupLine("mean and standard deviation over the seeds; the best mixture is the one that led in the search; * : by more than the larger of the two deviations");
    }

    private static string NameOf(Role role) => role switch
    {
        Role.Mixture => "mixture, Fit",
        Role.TwoStageMixture => "mixture, FitExpert then FitGate",
        Role.SameActiveSize => "one expert of the active size",
        Role.SameTotalSize => "one expert of the total size",
        _ => role.ToString(),
    };

    private static string TextOf(LearnResult result) => Text($"{result.Mean:0.0000} ± {result.Spread:0.0000}");

    private static string LeadOf(IReadOnlyList<LearnResult> results)
    {
        LearnResult mixture = results.Where(result => result.Role is Role.Mixture or Role.TwoStageMixture).MaxBy(result => result.Validation)!;
        LearnResult single = results.First(result => result.Role == Role.SameActiveSize);
        double lead = mixture.Mean - single.Mean;
        return Text($"{lead:+0.0000;-0.0000}{(lead > Math.Max(mixture.Spread, single.Spread) ? " *" : "")}");
    }

    private static string Text(FormattableString text) => Markup.Escape(text.ToString(CultureInfo.InvariantCulture));
}
