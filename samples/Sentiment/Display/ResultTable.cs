using System.Collections.Generic;
using Spectre.Console;

namespace Sentiment.Display;

/// <summary>How well the models do, and how evenly their experts work.</summary>
public static class ResultTable
{
    /// <summary>Prints a line per model, below the one that all have to beat.</summary>
    public static void Show(IEnumerable<ModelReport> reports)
    {
        AnsiConsole.WriteLine("test part");
        Table table = new Table().AddColumns("model", "accuracy", "macro-F1", "effective experts", "load-balance variance", "specialization");
        // Measured with scikit-learn by those who prepared the data, see Data/DATA.md.
        table.AddRow("logistic regression, words and pairs", "0.619", "0.597");
        foreach (ModelReport report in reports)
        {
            table.AddRow(
                $"mixture {report.Model}",
                Terminal.Text($"{report.Test.Accuracy:0.000}"),
                Terminal.Text($"{report.Test.MacroF1:0.000}"),
                Terminal.Text($"{report.Routing.EffectiveExperts:0.00} of {report.Routing.ExpertCounts.Count}"),
                Terminal.Text($"{report.Routing.LoadBalanceVariance:0.0000}"),
                Terminal.Text($"{report.Routing.SpecializationIndex:0.000}"));
        }

        AnsiConsole.Write(table);
    }
}
