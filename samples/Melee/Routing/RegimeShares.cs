using System;
using System.Linq;
using Melee.Features;
using Melee.Models;

namespace Melee.Routing;

/// <summary>Which expert takes which situation.</summary>
public sealed class RegimeShares
{
    private readonly double[,] _choices = new double[Featurizer.RegimeCount, ButtonMixture.ExpertCount];

    private RegimeShares()
    {
    }

    /// <summary>Routes rows and counts who takes them.</summary>
    public static RegimeShares Of(ButtonMixture model, StateTable table)
    {
        int[] experts = new int[table.RegimeIndices.Length * ButtonMixture.TopK];
        model.Route(table.Rows, experts, new float[experts.Length]);

        RegimeShares shares = new();
        for (int choice = 0; choice < experts.Length; choice++)
            shares._choices[table.RegimeIndices[choice / ButtonMixture.TopK], experts[choice]]++;
        return shares;
    }

    /// <summary>The expert's share of a regime's choices, 0 to 1; a regime's shares add up to 1.</summary>
    public double this[Regime regime, int expert]
    {
        get
        {
            double all = Enumerable.Range(0, ButtonMixture.ExpertCount).Sum(other => _choices[(int)regime, other]);
            return all == 0 ? 0 : _choices[(int)regime, expert] / all;
        }
    }

    /// <summary>The experts that take the largest shares of a regime, as many as work on a row.</summary>
    public int[] ExpertsOf(Regime regime) =>
        [.. Enumerable.Range(0, ButtonMixture.ExpertCount).OrderByDescending(expert => this[regime, expert]).Take(ButtonMixture.TopK)];

    /// <summary>The expert's domain: the regime it takes the largest share of.</summary>
    public Regime LabelOf(int expert) => Enum.GetValues<Regime>().MaxBy(regime => this[regime, expert]);
}
