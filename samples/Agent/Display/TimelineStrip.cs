using System;
using System.Collections.Generic;
using System.Linq;
using Agent.Timeline;
using Melee;
using Melee.Display;
using Spectre.Console;

namespace Agent.Display;

/// <summary>A timeline as lines of the terminal: the number of the expert with the most weight, in its colour.</summary>
public static class TimelineStrip
{
    private const int LabelWidth = 10;

    /// <summary>Prints a line per layer, and one with the situations.</summary>
    public static void Show(ExpertTimeline timeline)
    {
        IReadOnlyList<GameState> states = timeline.Game.States;
        int parts = Math.Min(states.Count, AnsiConsole.Profile.Width - LabelWidth - 1);
        AnsiConsole.WriteLine("which expert is active, from the game's beginning to its end");
        AnsiConsole.MarkupLine(Plain.Of($"{timeline.Game.Game}, player {timeline.Game.Player}, {states.Count} states"));
        foreach (LayerRoutes layer in timeline.Layers)
            AnsiConsole.MarkupLine(Label($"layer {layer.Layer}") + string.Concat(timeline.Leaders(layer, parts).Select(expert => Cell(Colours.OfExpert(expert), $"{expert}"))));

        AnsiConsole.MarkupLine(Label($"situation") + string.Concat(Enumerable.Range(0, parts)
            .Select(part => states[part * states.Count / parts].Regime)
            .Select(regime => Cell(Colours.Of(regime), $"{regime.ToString()[0]}"))));
        AnsiConsole.MarkupLine(Label($"") + string.Join(' ', Enum.GetValues<Regime>().Select(regime => Cell(Colours.Of(regime), $"{regime}"))));
    }

    private static string Label(FormattableString text) => Plain.Of(text).PadRight(LabelWidth);

    // In a file letters and numbers must do.
    private static string Cell(string colour, FormattableString text) =>
        Console.IsOutputRedirected ? Plain.Of(text) : $"[black on {colour}]{Plain.Of(text)}[/]";
}
