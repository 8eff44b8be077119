using System;
using System.Collections.Generic;
using System.IO;

namespace ErrorTriage;

/// <summary>Reads the data: tab-separated, one header line, no quoting and no escaping, so that a split at the tabs is the right parser.</summary>
public static class RustcErrors
{
    private const string Header = "code\tcategory\tmessage\tlabel\tsnippet\tfile\trustc";

    /// <summary>Reads a file.</summary>
    /// <param name="path">A file such as <c>Data/train.tsv</c>.</param>
    /// <exception cref="InvalidDataException">A line is not as expected; the message names it.</exception>
    public static List<RustcError> Read(string path)
    {
        List<RustcError> errors = [];
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (number > 1) errors.Add(Parse(line, path, number));
            else if (line != Header) throw new InvalidDataException($"{path} must begin with the columns {Header.Replace('\t', ' ')}.");
        }

        return errors;
    }

    private static RustcError Parse(string line, string path, int number)
    {
        string[] columns = line.Split('\t');
        if (columns.Length != 7) throw new InvalidDataException($"{path}, line {number}: expected 7 columns, found {columns.Length}.");
        if (!Enum.TryParse(columns[1].Replace("_", ""), ignoreCase: true, out ErrorCategory category))
            throw new InvalidDataException($"{path}, line {number}: '{columns[1]}' is not a category.");

        return new RustcError(columns[2], columns[3], columns[4], category);
    }
}
