using Melee.Models;
using Spectre.Console;

namespace Melee.Display;

/// <summary>Two heads in one model against one each.</summary>
public static class MultiTaskTable
{
    /// <summary>Prints a line per model.</summary>
    public static void Show(Score bothButton, Score bothRegime, Score button, Score regime)
    {
        AnsiConsole.WriteLine("multi-task: button and regime from the state, the regime not among the inputs");
        Table table = new Table().AddColumns("model", "active parameters", "button F1", "accuracy", "regime F1", "accuracy");
        table.AddRow(
            "both heads", Plain.Of($"{TwoHeads.ActiveParameterCount:N0}"),
            Plain.Of($"{bothButton.MacroF1:0.000}"), Plain.Of($"{bothButton.Accuracy:0.000}"), Plain.Of($"{bothRegime.MacroF1:0.000}"), Plain.Of($"{bothRegime.Accuracy:0.000}"));
        table.AddRow(
            "one for each", Plain.Of($"2 x {OneHead.ActiveParameterCount:N0}"),
            Plain.Of($"{button.MacroF1:0.000}"), Plain.Of($"{button.Accuracy:0.000}"), Plain.Of($"{regime.MacroF1:0.000}"), Plain.Of($"{regime.Accuracy:0.000}"));
        AnsiConsole.Write(table);
    }
}
