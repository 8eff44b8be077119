using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace MoE.Benchmarks.Learn.Data;

/// <summary>Reads the sets: tab-separated, one header line, no quoting and no escaping, so that a split at the tabs is the right parser.</summary>
internal static class TsvFile
{
    /// <summary>The fields of each line.</summary>
    /// <exception cref="InvalidDataException">A line has another number of fields.</exception>
    public static IReadOnlyList<string[]> Read(string path, int columns)
    {
        string[][] lines = [.. File.ReadLines(path).Skip(1).Select(line => line.Split('\t'))];
        int odd = Array.FindIndex(lines, line => line.Length != columns);
        if (odd < 0) return lines;
        throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{path}, line {odd + 2}: expected {columns} columns, found {lines[odd].Length}."));
    }

    /// <summary>Fields as numbers; NaN where one is empty.</summary>
    public static double[] Numbers(ReadOnlySpan<string> fields)
    {
        var numbers = new double[fields.Length];
        for (int i = 0; i < numbers.Length; i++) numbers[i] = fields[i].Length == 0 ? double.NaN : double.Parse(fields[i], CultureInfo.InvariantCulture);
        return numbers;
    }

    /// <summary>A field as a whole number.</summary>
    public static int Whole(string field) => int.Parse(field, CultureInfo.InvariantCulture);
}
