using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace Embedded;

/// <summary>Rows of UCI Letter Recognition: a letter and 16 measures of its glyph, each from 0 to 15.</summary>
public sealed class LetterRows
{
    /// <summary>Features of a row.</summary>
    public const int Measures = 16;

    private const float Middle = 7.5f, Deviation = 2.5f;

    /// <param name="table">A header line, then a line for each row: the letter, a tab, the measures with tabs between.</param>
    /// <exception cref="FormatException">A line has another form; the message names it.</exception>
    public LetterRows(TextReader table)
    {
        List<Letter> letters = [];
        List<float> features = [];
        table.ReadLine();
        for (int number = 2; table.ReadLine() is { } line; number++)
        {
            string[] fields = line.Split('\t');
            if (fields.Length != Measures + 1 || !Enum.TryParse(fields[0], out Letter letter))
                throw new FormatException($"Line {number}: expected a letter and {Measures} measures, got '{line}'.");
            letters.Add(letter);
            foreach (string field in fields.AsSpan(1)) features.Add((int.Parse(field, CultureInfo.InvariantCulture) - Middle) / Deviation);
        }
        Letters = [.. letters];
        Features = [.. features];
    }

    /// <summary>[rows].</summary>
    public Letter[] Letters { get; }

    /// <summary>[rows x Measures], about zero.</summary>
    public float[] Features { get; }
}
