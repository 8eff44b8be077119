using System;
using System.Linq;
using Melee.Models;
using Melee.Routing;
using Spectre.Console;

namespace Melee.Display;

/// <summary>What a row gets from the router's experts, from those that take most of its regime, and from all others.</summary>
public static class DomainTable
{
    /// <summary>Prints a line per regime.</summary>
    public static void Show(ButtonMixture model, StateTable test, RegimeShares learned)
    {
        AnsiConsole.WriteLine("domain-aware routing, button macro-F1 by who answers (first seed)");
        Table table = new Table().AddColumns("regime", "rows", "its experts", "router", "its experts", "others");
        foreach (Regime regime in Enum.GetValues<Regime>())
        {
            StateTable part = test.Only(regime);
            if (part.Buttons.Length == 0) continue;
            int[] own = learned.ExpertsOf(regime);
            int[] others = [.. Enumerable.Range(0, ButtonMixture.ExpertCount).Except(own)];
            table.AddRow(
                regime.ToString(),
                Plain.Of($"{part.Buttons.Length:N0}"),
                Plain.Of($"{string.Join(", ", own)}"),
                F1(model.Predict(part.Rows), part),
                F1(DomainRouting.MeanOf(model, part.Rows, own), part),
                F1(DomainRouting.MeanOf(model, part.Rows, others), part));
        }

        AnsiConsole.Write(table);
    }

    private static string F1(float[] outputs, StateTable part) =>
        Plain.Of($"{Score.OfHighest(outputs, ButtonMixture.OutputSize, .., part.ButtonIndices).MacroF1:0.000}");
}
