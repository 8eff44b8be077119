using System.Collections.Generic;
using Melee.Display;
using Spectre.Console;

namespace Agent.Display;

/// <summary>How long a step takes inside the game's frame.</summary>
public static class LatencyTable
{
    /// <summary>Prints a line per agent.</summary>
    public static void Show(IReadOnlyList<(string Agent, long Active, Playback Playback)> agents)
    {
        Table table = new Table().AddColumns("a step", "at work", "steps", "median", "99 % within", "of a frame", "bits");
        foreach ((string agent, long active, Playback playback) in agents)
        {
            table.AddRow(
                Plain.Of($"{agent}"),
                Plain.Of($"{active:N0}"),
                Plain.Of($"{playback.Microseconds.Count:N0}"),
                Plain.Of($"{playback.Percentile(0.5):N0} us"),
                Plain.Of($"{playback.Percentile(0.99):N0} us"),
                Plain.Of($"{100 * playback.Percentile(0.5) / Playback.FrameMicroseconds:0.0} %"),
                playback.SameBits ? "equal" : "DIFFER");
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine("one thread; at work: parameters; a frame has 16.7 ms; bits: against whole games");
    }
}
