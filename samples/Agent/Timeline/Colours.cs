using System;
using Melee;

namespace Agent.Timeline;

/// <summary>Colours as #RRGGBB; black text is readable on all of them.</summary>
public static class Colours
{
    private static readonly string[] s_experts = ["#4e9fd1", "#f28e2b", "#59a14f", "#e15759", "#b07aa1", "#edc948", "#3fc1b0", "#a98467"];

    /// <summary>An expert's.</summary>
    public static string OfExpert(int expert) => s_experts[expert];

    /// <summary>A situation's, paler than the experts'.</summary>
    public static string Of(Regime regime) => regime switch
    {
        Regime.Neutral => "#e4e4e4",
        Regime.Advantage => "#b8dfb0",
        Regime.Disadvantage => "#f3b5b0",
        Regime.Shield => "#b3cde3",
        Regime.Recovery => "#decbe4",
        Regime.Edgeguard => "#fed9a6",
        _ => throw new ArgumentOutOfRangeException(nameof(regime)),
    };
}
