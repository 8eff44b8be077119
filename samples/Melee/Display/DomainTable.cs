using System;
using System.Collections.Generic;
using System.Linq;
using Melee.Models;
using Melee.Routing;
using Spectre.Console;

namespace Melee.Display;

/// <summary>What a row gets from the router's experts, from those labelled with its regime, and from all others.</summary>
public static class DomainTable
{
    /// <summary>Prints a line per regime.</summary>
    public static void Show(ButtonMixture model, StateTable test, IReadOnlyList<Regime> labels)
    {
        AnsiConsole.WriteLine("domain-aware routing: macro-F1 of the button by who answers");
        Table table = new Table().AddColumns("regime", "rows", "its experts", "routed", "its experts", "the others");
        foreach (Regime regime in Enum.GetValues<Regime>())
        {
            StateTable part = test.Only(regime);
            if (part.Buttons.Length == 0) continue;
            int[] own = DomainRouting.ExpertsOf(labels, regime);
            int[] others = [.. Enumerable.Range(0, labels.Count).Except(own)];
            table.AddRow(
                regime.ToString(),
                Plain.Of($"{part.Buttons.Length:N0}"),
                own.Length == 0 ? "none" : Plain.Of($"{string.Join(", ", own)}"),
                F1(model.Predict(part.Rows), part),
                Labelled(model, part, own),
                Labelled(model, part, others));
        }

        AnsiConsole.Write(table);
    }

    private static string Labelled(ButtonMixture model, StateTable part, int[] experts) =>
        experts.Length == 0 ? "-" : F1(DomainRouting.MeanOf(model, part.Rows, experts), part);

    private static string F1(float[] outputs, StateTable part) =>
        Plain.Of($"{Score.OfHighest(outputs, ButtonMixture.OutputSize, .., part.ButtonIndices).MacroF1:0.000}");
}
