using System;
using System.Collections.Generic;
using System.Linq;
using Spectre.Console;

namespace Sentiment.Display;

/// <summary>How well the models do, and how evenly their experts work.</summary>
public static class ResultTable
{
    /// <summary>Prints a column per model, beside the one that all have to beat.</summary>
    public static void Show(IReadOnlyList<ModelReport> reports)
    {
        AnsiConsole.WriteLine("test part");
        Table table = new Table().AddColumns("", "linear baseline").AddColumns([.. reports.Select(report => report.Model)]);

        void Add(string name, string baseline, Func<ModelReport, FormattableString> value) =>
            table.AddRow([name, baseline, .. reports.Select(report => Terminal.Text(value(report)))]);

        // A logistic regression, measured by those who prepared the data: see Data/DATA.md.
        Add("accuracy", "0.619", report => $"{report.Test.Accuracy:0.000}");
        Add("macro-F1", "0.597", report => $"{report.Test.MacroF1:0.000}");
        Add("effective experts", "", report => $"{report.Routing.EffectiveExperts:0.00} of {report.Routing.ExpertCounts.Count}");
        Add("load-balance variance", "", report => $"{report.Routing.LoadBalanceVariance:0.0000}");
        Add("specialization index", "", report => $"{report.Routing.SpecializationIndex:0.000}");
        AnsiConsole.Write(table);
    }
}
