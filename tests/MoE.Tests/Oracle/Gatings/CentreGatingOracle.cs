using System;
using System.Collections.Generic;
using System.Linq;

namespace MoE.Tests.Oracle;

/// <summary>What the tests' own router says, in double.</summary>
internal sealed class CentreGatingOracle(int experts, int topK) : IGating
{
    public bool IsBalanced => true;

    public Route Of(Dictionary<string, double[]> parameters, double[] row) => SoftmaxGating.Best(
        [.. Enumerable.Range(0, experts).Select(expert => -row.Select((value, column) => Math.Pow(value - parameters["gate.parameters"][(expert * row.Length) + column], 2)).Sum())],
        topK,
        overAll: false);
}
