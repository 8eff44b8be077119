using System;
using System.Collections.Generic;
using System.Linq;
using Melee.Models;
using Melee.Routing;
using MoE;
using Spectre.Console;

namespace Melee.Display;

/// <summary>How the button model spreads the test part over its experts.</summary>
public static class RoutingReport
{
    /// <summary>The longest bar that lets eight experts into 80 columns.</summary>
    private const int FullBar = 8;

    /// <summary>Prints each regime's shares of the experts, then what evenness costs and saves.</summary>
    /// <param name="model">The mixture.</param>
    /// <param name="test">The rows to route.</param>
    /// <param name="labels">Each expert's, learned from the training rows.</param>
    /// <param name="dropped">The share that found no room while training.</param>
    public static void Show(ButtonMixture model, StateTable test, IReadOnlyList<Regime> labels, double dropped)
    {
        AnsiConsole.WriteLine("which expert takes which situation (per cent of a regime's choices)");
        RegimeShares shares = RegimeShares.Of(model, test);
        RoutingStatistics statistics = Statistics(model, test);
        Table table = new Table { Border = TableBorder.Simple }.AddColumn(new TableColumn("regime").NoWrap().PadLeft(0).PadRight(0));
        for (int expert = 0; expert < ButtonMixture.ExpertCount; expert++)
            table.AddColumn(new TableColumn(Plain.Of($"{expert}")).NoWrap().PadLeft(0).PadRight(0));
        foreach (Regime regime in Enum.GetValues<Regime>())
            table.AddRow(Cells(regime.ToString(), expert => shares[regime, expert]));
        table.AddRow(Cells("all", expert => statistics.Utilization[expert]));
        AnsiConsole.Write(table);

        AnsiConsole.WriteLine("domain of an expert: the regime it took the largest share of in training");
        for (int expert = 0; expert < labels.Count; expert++)
        {
            AnsiConsole.MarkupLine(Plain.Of(
                $"expert {expert}: domain {labels[expert],-13}most of its rows: {(Regime)statistics.ExpertClass[expert]}"));
        }

        AnsiConsole.MarkupLine(Plain.Of($"load-balance variance {statistics.LoadBalanceVariance:0.00000}; effective experts {statistics.EffectiveExperts:0.0} of {ButtonMixture.ExpertCount}"));
        AnsiConsole.MarkupLine(Plain.Of($"normalized mutual information of expert and regime {statistics.NormalizedMutualInformation:0.000}"));
        AnsiConsole.MarkupLine(Plain.Of($"choices that find no room while training (capacity 1.25): {100 * dropped:0.0} %"));
        AnsiConsole.MarkupLine(Plain.Of($"speedup over running all experts, if they are half of the work: {SpeedupEstimate.Of(ButtonMixture.ExpertCount, ButtonMixture.TopK):0.0}"));
    }

    private static RoutingStatistics Statistics(ButtonMixture model, StateTable test)
    {
        int[] experts = new int[test.RegimeIndices.Length * ButtonMixture.TopK];
        model.Route(test.Rows, experts, new float[experts.Length]);
        return RoutingStatistics.Of(experts, ButtonMixture.TopK, ButtonMixture.ExpertCount, test.RegimeIndices, Enum.GetValues<Regime>().Length);
    }

    private static string[] Cells(string name, Func<int, double> share) =>
        [name, .. Enumerable.Range(0, ButtonMixture.ExpertCount).Select(expert => Plain.Bar(share(expert), FullBar))];
}
