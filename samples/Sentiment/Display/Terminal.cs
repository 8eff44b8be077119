using System;
using System.Globalization;
using Spectre.Console;

namespace Sentiment.Display;

/// <summary>What the displays have in common.</summary>
public static class Terminal
{
    /// <summary>Whether lines may be redrawn; if not, each step is a line of its own.</summary>
    public static bool IsLive => AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected;

    /// <summary>A progress display: what, how far, how long.</summary>
    public static Progress Progress() => AnsiConsole.Progress()
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn());

    /// <summary>Numbers as everywhere, brackets as they are.</summary>
    public static string Text(FormattableString text) => Markup.Escape(text.ToString(CultureInfo.InvariantCulture));

    /// <summary>A share and its bar.</summary>
    /// <param name="share">0 to 1.</param>
    /// <param name="length">Characters for 1.</param>
    public static string Bar(double share, int length) => Text($"{100 * share,3:0} % {new string('█', (int)Math.Round(length * share))}");
}
