using System;
using Melee;
using Melee.Display;
using Spectre.Console;

namespace Agent.Display;

/// <summary>The agent beside the row-wise model, button by button.</summary>
public static class ScoreTable
{
    /// <summary>Prints precision, recall and F1, means over the seeds.</summary>
    public static void Show(ButtonScores rows, ButtonScores agent)
    {
        Table table = new Table().AddColumns("button", "rows: precision", "recall", "F1", "agent: precision", "recall", "F1");
        foreach (Button button in Enum.GetValues<Button>())
        {
            int index = (int)button;
            table.AddRow(
                button.ToString(),
                Number(rows.Precision[index]), Number(rows.Recall[index]), Number(rows.F1[index]),
                Number(agent.Precision[index]), Number(agent.Recall[index]), Number(agent.F1[index]));
        }

        table.AddRow("macro-F1", "", "", Plain.Of($"{rows.Total.MacroF1:0.0000}"), "", "", Plain.Of($"{agent.Total.MacroF1:0.0000}"));
        table.AddRow("accuracy", "", "", Plain.Of($"{rows.Total.Accuracy:0.0000}"), "", "", Plain.Of($"{agent.Total.Accuracy:0.0000}"));
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine("the full set's own baselines, macro-F1: majority 0.122, random forest 0.175,");
        AnsiConsole.WriteLine("logistic regression 0.233, gradient-boosted trees 0.362 (classes not weighed)");
        AnsiConsole.MarkupLine(Plain.Of($"the past is worth {agent.Total.MacroF1 - rows.Total.MacroF1:+0.0000;-0.0000} macro-F1"));
    }

    private static string Number(double share) => Plain.Of($"{share:0.000}");
}
