using System.Collections.Generic;
using System.Linq;
using Melee.Models;
using Melee.MultiTask;
using Spectre.Console;

namespace Melee.Display;

/// <summary>Two heads in one model against one each.</summary>
public static class MultiTaskTable
{
    /// <summary>Prints a line for each way, means over the seeds.</summary>
    public static void Show(IReadOnlyList<HeadScores> both, IReadOnlyList<HeadScores> apart)
    {
        AnsiConsole.WriteLine("multi-task, macro-F1 and accuracy; the regime is not among the inputs");
        Table table = new Table().AddColumns("model", "active parameters", "button F1", "accuracy", "regime F1", "accuracy");
        table.AddRow(Cells("both heads", Plain.Of($"{TwoHeads.ActiveParameterCount:N0}"), both));
        table.AddRow(Cells("one for each", Plain.Of($"2 x {OneHead.ActiveParameterCount:N0}"), apart));
        AnsiConsole.Write(table);
    }

    private static string[] Cells(string model, string parameters, IReadOnlyList<HeadScores> scores) =>
    [
        model,
        parameters,
        Plain.Of($"{scores.Average(score => score.Button.MacroF1):0.0000}"),
        Plain.Of($"{scores.Average(score => score.Button.Accuracy):0.0000}"),
        Plain.Of($"{scores.Average(score => score.Regime.MacroF1):0.0000}"),
        Plain.Of($"{scores.Average(score => score.Regime.Accuracy):0.0000}"),
    ];
}
