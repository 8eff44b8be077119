using System;
using Spectre.Console;

namespace Sentiment.Display;

/// <summary>What the experts of a model have to do with the classes.</summary>
public static class SpecializationTable
{
    private const int BarLength = 6;

    /// <summary>Prints a line per expert: how many comments it takes, the classes of its comments, and how much of one kind they are.</summary>
    public static void Show(ModelReport report)
    {
        AnsiConsole.WriteLine($"which comments an expert takes: {report.Model}\nspecialization: 1 for a single class, 0 for all alike");
        Table table = new Table().AddColumns("expert", "comments");
        foreach (Polarity polarity in Enum.GetValues<Polarity>()) table.AddColumn(new TableColumn(polarity.ToString()).NoWrap());
        table.AddColumn("specialization");
        for (int expert = 0; expert < report.Routing.Utilization.Count; expert++) table.AddRow(Cells(report, expert));
        AnsiConsole.Write(table);
    }

    private static string[] Cells(ModelReport report, int expert)
    {
        long comments = report.Routing.ExpertCounts[expert];
        if (comments == 0) return [Terminal.Text($"{expert}"), "dead"];

        string Share(Polarity polarity) => Terminal.Bar(report.Classes.Share(expert, polarity), BarLength);
        double specialization = 1 - report.Routing.ExpertClassEntropy[expert] / Math.Log(Enum.GetValues<Polarity>().Length);
        return
        [
            Terminal.Text($"{expert}"), Terminal.Text($"{comments:N0}"),
            Share(Polarity.Negative), Share(Polarity.Neutral), Share(Polarity.Positive),
            Terminal.Text($"{specialization:0.000}"),
        ];
    }
}
