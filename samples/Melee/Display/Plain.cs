using System;
using System.Globalization;
using Spectre.Console;

namespace Melee.Display;

/// <summary>Text of tables: numbers are printed alike everywhere, and brackets are no markup.</summary>
public static class Plain
{
    /// <summary>A text with numbers.</summary>
    public static string Of(FormattableString text) => Markup.Escape(text.ToString(CultureInfo.InvariantCulture));

    /// <summary>A share in per cent and a bar.</summary>
    /// <param name="share">0 to 1.</param>
    /// <param name="full">The bar's length at 1.</param>
    public static string Bar(double share, int full) => Of($"{100 * share,2:0} {new string('█', (int)Math.Round(full * share))}");
}
