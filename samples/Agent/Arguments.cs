using System;
using System.IO;

namespace Agent;

/// <summary>What the command line asks for.</summary>
/// <param name="Folder">Where train.tsv and test.tsv lie.</param>
/// <param name="Attention">Attention in place of Mamba.</param>
/// <param name="Full">Train the wide agent, not the narrow one.</param>
/// <param name="Validate">Measure by leaving out training games, not on the test part.</param>
/// <param name="Picture">Where the picture of the experts goes.</param>
public sealed record Arguments(string Folder, bool Attention, bool Full, bool Validate, string Picture)
{
    /// <summary>What <see cref="Parse"/> takes.</summary>
    public const string Usage = "Usage: Agent [--data FOLDER] [--attention] [--full] [--validate] [--picture FILE.svg]";

    /// <summary>Reads a command line; null if it is something else.</summary>
    public static Arguments? Parse(ReadOnlySpan<string> words)
    {
        Arguments arguments = new(Path.Combine(AppContext.BaseDirectory, "Data"), false, false, false, "experts.svg");
        while (words.Length > 0)
        {
            switch (words)
            {
                case ["--data", var folder, .. var rest]:
                    arguments = arguments with { Folder = folder };
                    words = rest;
                    break;
                case ["--attention", .. var rest]:
                    arguments = arguments with { Attention = true };
                    words = rest;
                    break;
                case ["--full", .. var rest]:
                    arguments = arguments with { Full = true };
                    words = rest;
                    break;
                case ["--validate", .. var rest]:
                    arguments = arguments with { Validate = true };
                    words = rest;
                    break;
                case ["--picture", var file, .. var rest]:
                    arguments = arguments with { Picture = file };
                    words = rest;
                    break;
                default:
                    return null;
            }
        }

        return arguments;
    }
}
