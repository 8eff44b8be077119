using System;
using System.Collections.Generic;
using System.IO;

namespace Sentiment;

/// <summary>Reads the data: tab-separated, one header line, no quoting and no escaping, so that a split at the tab is the right parser.</summary>
public static class CommentFile
{
    private const string Header = "label\ttext";

    /// <summary>Reads a file.</summary>
    /// <param name="path">A file such as <c>Data/train.tsv</c>.</param>
    /// <exception cref="InvalidDataException">A line is not as expected; the message names it.</exception>
    public static List<Comment> Read(string path)
    {
        List<Comment> comments = [];
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (number > 1) comments.Add(Parse(line, path, number));
            else if (line != Header) throw new InvalidDataException($"{path} must begin with the columns {Header.Replace('\t', ' ')}.");
        }

        return comments;
    }

    private static Comment Parse(string line, string path, int number)
    {
        string[] columns = line.Split('\t');
        if (columns.Length != 2) throw new InvalidDataException($"{path}, line {number}: expected 2 columns, found {columns.Length}.");
        Polarity polarity = columns[0] switch
        {
            "negative" => Polarity.Negative,
            "neutral" => Polarity.Neutral,
            "positive" => Polarity.Positive,
            _ => throw new InvalidDataException($"{path}, line {number}: '{columns[0]}' is not a label."),
        };
        return new Comment(columns[1], polarity);
    }
}
