using System.Globalization;

namespace MoE.Generators.Emission;

/// <summary>C# literals, the same under every culture.</summary>
internal static class Literal
{
    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(bool value) => value ? "true" : "false";

    /// <summary>A finite number as a float literal that reads back to the same bits.</summary>
    public static string OfSingle(double value) => ((float)value).ToString("R", CultureInfo.InvariantCulture) + "f";

    /// <summary>A finite number as a double literal.</summary>
    public static string OfDouble(double value) => value.ToString("R", CultureInfo.InvariantCulture) + "d";

    public static string Of(string value) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>One line of text in as many quotes as it takes, so that nothing in it is escaped.</summary>
    public static string Raw(string line)
    {
        string quotes = "\"\"\"";
        while (line.Contains(quotes))
            quotes += "\"";
        return quotes + line + quotes;
    }

    /// <summary>A number with its thousands separated by commas, for comments.</summary>
    public static string Grouped(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
