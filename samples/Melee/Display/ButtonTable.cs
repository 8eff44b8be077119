using System.Linq;
using Melee.Models;
using Spectre.Console;

namespace Melee.Display;

/// <summary>How the button model does.</summary>
public static class ButtonTable
{
    /// <summary>Prints the mean over the seeds, their range, and what they say together.</summary>
    public static void Show(ButtonReport report, int rows)
    {
        AnsiConsole.MarkupLine(Plain.Of($"next button, {rows:N0} unseen states; {ButtonMixture.ActiveParameterCount:N0} of {ButtonMixture.ParameterCount:N0} parameters at work"));
        Table table = new Table().AddColumns("model", "macro-F1", "lowest", "highest", "accuracy");
        table.AddRow(
            Plain.Of($"one mixture, mean of {report.Singles.Count} seeds"),
            Plain.Of($"{report.MacroF1:0.0000}"),
            Plain.Of($"{report.Singles.Min(score => score.MacroF1):0.0000}"),
            Plain.Of($"{report.Singles.Max(score => score.MacroF1):0.0000}"),
            Plain.Of($"{report.Accuracy:0.0000}"));
        table.AddRow("their mean probabilities", Plain.Of($"{report.Together.MacroF1:0.0000}"), "", "", Plain.Of($"{report.Together.Accuracy:0.0000}"));
        AnsiConsole.Write(table);
    }
}
