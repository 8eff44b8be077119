using System;
using Spectre.Console;

namespace Sentiment.Display;

/// <summary>What the experts of a model have to do with the classes.</summary>
public static class SpecializationTable
{
    private const int BarLength = 10;

    /// <summary>Prints a line per expert: its share of all choices, the classes of its comments, and how much of one kind they are.</summary>
    public static void Show(ModelReport report)
    {
        AnsiConsole.WriteLine($"which comments an expert takes, {report.Model}; specialization: 0 as the classes come, at random; 1 a single class");
        Table table = new Table().AddColumn("expert");
        foreach (Polarity polarity in Enum.GetValues<Polarity>()) table.AddColumn(new TableColumn(polarity.ToString()).NoWrap());
        table.AddColumn("specialization");
        for (int expert = 0; expert < report.Routing.Utilization.Count; expert++) table.AddRow(Cells(report, expert));
        AnsiConsole.Write(table);
    }

    private static string[] Cells(ModelReport report, int expert)
    {
        if (report.Routing.ExpertCounts[expert] == 0) return [Terminal.Text($"{expert}"), "dead"];

        string Share(Polarity polarity) => Terminal.Bar(report.Classes.Share(expert, polarity), BarLength);
        double specialization = 1 - report.Routing.ExpertClassEntropy[expert] / Math.Log(Enum.GetValues<Polarity>().Length);
        return
        [
            Terminal.Text($"{expert}"),
            Share(Polarity.Negative), Share(Polarity.Neutral), Share(Polarity.Positive),
            Terminal.Text($"{specialization:0.000}"),
        ];
    }
}
