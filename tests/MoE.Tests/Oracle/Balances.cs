using System;
using System.Linq;

namespace MoE.Tests.Oracle;

/// <summary>The router's losses as their papers write them, without coefficients. What a choice counts is a constant.</summary>
internal static class Balances
{
    public static double Of(LoadBalance balance, Route[] rows, int experts) => balance switch
    {
        LoadBalance.None => 0,
        LoadBalance.Switch => experts * Sum(experts, expert => rows.Average(row => row.Experts.Count(chosen => chosen == expert) / (double)row.Experts.Length) * Mean(rows, expert)),
        LoadBalance.SwitchFirstChoice => experts * Sum(experts, expert => rows.Average(row => row.Experts[0] == expert ? 1.0 : 0) * Mean(rows, expert)),
        LoadBalance.MeanSquare => Sum(experts, expert => Math.Pow(Mean(rows, expert) - (1.0 / experts), 2)) / experts,
        LoadBalance.SumOfSquares => Sum(experts, expert => Math.Pow(Mean(rows, expert) - (1.0 / experts), 2)),
        LoadBalance.Entropy => rows.Average(row => row.Shares.Sum(share => share * Math.Log(share))),
        LoadBalance.ImportanceCv => Variation([.. Enumerable.Range(0, experts).Select(expert => Importance(rows, expert))]),
        LoadBalance.LoadCv => Variation([.. Enumerable.Range(0, experts).Select(expert => rows.Sum(row => Load(row, expert)))]),
        LoadBalance.ImportanceAndLoadCv => Of(LoadBalance.ImportanceCv, rows, experts) + Of(LoadBalance.LoadCv, rows, experts),
        _ => throw new ArgumentOutOfRangeException(nameof(balance), balance, null),
    };

    public static double Z(Route[] rows) => rows.Average(row => Math.Pow(Math.Log(row.Logits.Sum(Math.Exp)), 2));

    private static double Mean(Route[] rows, int expert) => rows.Average(row => row.Shares[expert]);

    private static double Importance(Route[] rows, int expert) =>
        rows.Sum(row => row.Experts.Zip(row.Weights).Where(pair => pair.First == expert).Sum(pair => pair.Second));

    // Without noise of its own the noisy logits are the clean ones.
    private static double Load(Route row, int expert)
    {
        double[] sorted = [.. row.Clean.OrderDescending()];
        double rival = row.Experts.Contains(expert) ? sorted[row.Experts.Length] : sorted[row.Experts.Length - 1];
        return NumericsReference.Of(Activation.Gelu, (row.Clean[expert] - rival) / row.Scale[expert]) is var gelu && row.Clean[expert] != rival
            ? gelu / ((row.Clean[expert] - rival) / row.Scale[expert])
            : 0.5;
    }

    private static double Variation(double[] values)
    {
        double mean = values.Average();
        return values.Average(value => (value - mean) * (value - mean)) / ((mean * mean) + 1e-10);
    }

    private static double Sum(int experts, Func<int, double> term) => Enumerable.Range(0, experts).Sum(term);
}
