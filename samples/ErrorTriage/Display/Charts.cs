using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ErrorTriage.Models;
using Spectre.Console;

namespace ErrorTriage.Display;

/// <summary>Tables of what came out.</summary>
public static class Charts
{
    /// <summary>A share and its bar: the category and three experts fit into 80 columns.</summary>
    private const int BarLength = 12;

    /// <summary>Prints a line per model: size, test accuracy and macro-F1 in the mean over the seeds, and the time of all trainings.</summary>
    public static void ShowResults(string title, IEnumerable<TriageReport> reports)
    {
        AnsiConsole.WriteLine(title);
        Table table = new Table().AddColumns("model", "active parameters", "test accuracy", "macro-F1", "seconds");
        foreach (TriageReport report in reports)
        {
            table.AddRow(
                report.Model,
                Text($"{report.ActiveParameters:N0}"),
                Text($"{report.Accuracy:0.0000}"),
                Text($"{report.MacroF1:0.0000}"),
                Text($"{report.Elapsed.TotalSeconds:0.0}"));
        }

        AnsiConsole.Write(table);
    }

    /// <summary>Prints how the mixture compares with the single expert, seed by seed and in the mean.</summary>
    public static void ShowLead(TriageReport mixture, TriageReport single)
    {
        double[] leads = [.. mixture.Tests.Zip(single.Tests, (ours, theirs) => ours.Accuracy!.Value - theirs.Accuracy!.Value)];
        AnsiConsole.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"mixture - single expert: {leads.Average():+0.0000;-0.0000} in the mean; ahead in {leads.Count(lead => lead > 0)} of {leads.Length} seeds, behind in {leads.Count(lead => lead < 0)}"));
    }

    /// <summary>
    /// Prints which expert takes which category: the share of a category's routing weight that goes to each expert,
    /// and in the last line that of all errors (utilization).
    /// </summary>
    /// <param name="model">The mixture.</param>
    /// <param name="rows">[errors x features].</param>
    /// <param name="categories">One per row.</param>
    public static void ShowExperts(TriageMixture model, ReadOnlySpan<float> rows, ReadOnlySpan<ErrorCategory> categories)
    {
        AnsiConsole.WriteLine("which expert takes which category");
        ExpertShares shares = ExpertShares.Of(model, rows, categories);
        Table table = new Table().AddColumn(new TableColumn("category").NoWrap());
        foreach (TriageMixture.Expert expert in Enum.GetValues<TriageMixture.Expert>())
            table.AddColumn(new TableColumn(expert.ToString()).NoWrap());

        foreach (ErrorCategory category in Enum.GetValues<ErrorCategory>())
            table.AddRow(Cells(category.ToString(), expert => shares.OfCategory(category, expert)));
        table.AddEmptyRow();
        table.AddRow(Cells("all", shares.OfAll));
        AnsiConsole.Write(table);
    }

    private static string[] Cells(string name, Func<int, double> share)
    {
        string[] cells = new string[TriageMixture.ExpertCount + 1];
        cells[0] = name;
        for (int expert = 0; expert < TriageMixture.ExpertCount; expert++)
            cells[expert + 1] = Text($"{100 * share(expert),3:0} % {new string('█', (int)Math.Round(BarLength * share(expert)))}");
        return cells;
    }

    private static string Text(FormattableString text) => Markup.Escape(text.ToString(CultureInfo.InvariantCulture));
}
