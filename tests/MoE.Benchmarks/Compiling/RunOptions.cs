using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Linq;

namespace MoE.Benchmarks.Compiling;

/// <summary>The options that the measurements of compiling have in common.</summary>
internal static class RunOptions
{
    public static Option<int> Rounds(int normally)
    {
        var rounds = new Option<int>("--rounds") { Description = "measurements of each, whose median counts", DefaultValueFactory = _ => normally };
        rounds.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out int value) && value < 1)
                result.AddError($"--rounds: expected 1 or more, got {token.Value}.");
        });
        return rounds;
    }

    public static Option<int[]> Models(params int[] normally) => new("--models")
    {
        Description = "numbers of models in the project, with commas between them",
        DefaultValueFactory = _ => normally,
        CustomParser = Numbers,
    };

    private static int[]? Numbers(ArgumentResult result)
    {
        string[] parts = [.. result.Tokens.SelectMany(token => token.Value.Split(','))];
        int[] numbers = [.. parts.Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0)];
        if (!numbers.Contains(0)) return numbers;
        result.AddError($"--models: expected numbers from 1 with commas between them, got '{string.Join(',', parts)}'.");
        return null;
    }
}
