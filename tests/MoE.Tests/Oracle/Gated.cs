using System;
using System.Collections.Generic;
using System.Linq;

namespace MoE.Tests.Oracle;

/// <summary>w2(act(w1 x) * w3 x), both clamped, scaled and moved where that is declared.</summary>
internal sealed record Gated(string Name, GatedExpertAttribute Declaration, int Outputs) : IExpert
{
    public double[] Run(Dictionary<string, double[]> parameters, double[] row)
    {
        double limit = Declaration.Limit == 0 ? double.PositiveInfinity : Declaration.Limit;
        double[] gate = Layers.Linear(parameters, $"{Name}.w1", row, Declaration.Hidden);
        double[] up = Layers.Linear(parameters, $"{Name}.w3", row, Declaration.Hidden);
        return Layers.Linear(
            parameters,
            $"{Name}.w2",
            [.. gate.Zip(up, (left, right) => NumericsReference.Of(Declaration.Activation, Declaration.Alpha * Math.Min(left, limit)) / Declaration.Alpha * (Math.Clamp(right, -limit, limit) + Declaration.UpOffset))],
            Outputs);
    }
}
