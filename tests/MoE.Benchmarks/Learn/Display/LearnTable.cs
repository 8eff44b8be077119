using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Sets;
using Spectre.Console;

namespace MoE.Benchmarks.Learn.Display;

/// <summary>The answer: for each set its roles, the lead of the best mixture, and its baselines.</summary>
internal static class LearnTable
{
    /// <summary>Prints it.</summary>
    public static void Show(IReadOnlyList<(LearnSet Set, IReadOnlyList<LearnResult> Results)> learned)
    {
        Table table = new Table().AddColumns("set, model", "active", "total", "search", "test", "spread");
        foreach ((LearnSet set, IReadOnlyList<LearnResult> results) in learned)
        {
            table.AddRow(Text($"{set.Name}, {set.Metric}"));
            foreach (LearnResult result in results)
            {
                table.AddRow(
                    $"  {NameOf(result.Role)}", Text($"{result.ActiveParameters:N0}"), Text($"{result.TotalParameters:N0}"),
                    Text($"{result.Validation:0.0000}"), Text($"{result.Mean:0.0000}"), Text($"{result.Spread:0.0000}"));
            }

            table.AddRow("  lead of the best mixture", "", "", "", LeadOf(results), "");
            foreach (Baseline baseline in set.Baselines) table.AddRow($"  {baseline.Name}", "", "", "", Text($"{baseline.Score:0.0000}"), "");
            table.AddEmptyRow();
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine("search: on a part of the train file that was held out; test: the mean over the seeds; spread: their standard deviation.");
        AnsiConsole.WriteLine("lead: of the mixture that was best in the search over one expert of the active size; * by more than either spread.");
    }

    private static string NameOf(Role role) => role switch
    {
        Role.Mixture => "mixture, Fit",
        Role.TwoStageMixture => "mixture, FitExpert, FitGate",
        Role.SameActiveSize => "one expert, active size",
        Role.SameTotalSize => "one expert, total size",
        Role.Forest => "one forest",
        Role.ForestsAndNetworks => "forest and networks",
        _ => role.ToString(),
    };

    private static string LeadOf(IReadOnlyList<LearnResult> results)
    {
        LearnResult? mixture = results.Where(result => result.Role is Role.Mixture or Role.TwoStageMixture or Role.ForestsAndNetworks).MaxBy(result => result.Validation);
        if (mixture is null || results.FirstOrDefault(result => result.Role == Role.SameActiveSize) is not { } single) return "";
        double? lead = mixture.Mean - single.Mean;
        bool isSure = lead > mixture.Spread && lead > single.Spread;
        return Text($"{lead:+0.0000;-0.0000}{(isSure ? " *" : "")}");
    }

    private static string Text(FormattableString text) => Markup.Escape(text.ToString(CultureInfo.InvariantCulture));
}
