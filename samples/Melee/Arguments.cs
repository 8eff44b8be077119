using System;
using System.IO;

namespace Melee;

/// <summary>What the command line asks for.</summary>
/// <param name="Folder">Where train.tsv and test.tsv lie.</param>
/// <param name="Validate">Measure by leaving out training games, not on the test part.</param>
public sealed record Arguments(string Folder, bool Validate)
{
    /// <summary>Reads <c>[--data FOLDER] [--validate]</c>; null if it is something else.</summary>
    public static Arguments? Parse(ReadOnlySpan<string> words)
    {
        Arguments arguments = new(Path.Combine(AppContext.BaseDirectory, "Data"), false);
        while (words.Length > 0)
        {
            switch (words)
            {
                case ["--data", var folder, .. var rest]:
                    arguments = arguments with { Folder = folder };
                    words = rest;
                    break;
                case ["--validate", .. var rest]:
                    arguments = arguments with { Validate = true };
                    words = rest;
                    break;
                default:
                    return null;
            }
        }

        return arguments;
    }
}
