using System.Collections.Generic;

namespace MoE.Tests.Oracle;

/// <summary>A gating in double, from its attribute.</summary>
internal interface IGating
{
    /// <summary>Whether LoadBalance.Auto means a balance loss.</summary>
    bool IsBalanced { get; }

    Route Of(Dictionary<string, double[]> parameters, double[] row);
}

/// <summary>Where a row goes.</summary>
/// <param name="Experts">Best first.</param>
/// <param name="Shares">The probability of every expert.</param>
/// <param name="Margin">The smallest gap between two scores whose order matters.</param>
internal readonly record struct Route(int[] Experts, double[] Weights, double[] Shares, double Margin)
{
    /// <summary>What the router's layer says, as the softmax sees it; empty where there is none.</summary>
    public double[] Logits { get; init; } = [];

    /// <summary>The same before the temperature, and the scale of the noise that there could be.</summary>
    public double[] Clean { get; init; } = [];

    public double[] Scale { get; init; } = [];
}
