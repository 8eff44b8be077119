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
        Table table = new Table().AddColumns("one step, one thread", "parameters at work", "steps", "median", "99th percentile", "of a frame", "bits of a whole game");
        foreach ((string agent, long active, Playback playback) in agents)
        {
            table.AddRow(
                Plain.Of($"{agent}"),
                Plain.Of($"{active:N0}"),
                Plain.Of($"{playback.Microseconds.Count:N0}"),
                Plain.Of($"{playback.Percentile(0.5):N0} us"),
                Plain.Of($"{playback.Percentile(0.99):N0} us"),
                Plain.Of($"{100 * playback.Percentile(0.5) / Playback.FrameMicroseconds:0.0} %"),
                playback.SameBits ? "the same" : "OTHERS");
        }

        AnsiConsole.Write(table);
    }
}
