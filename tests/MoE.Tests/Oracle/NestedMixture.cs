using System;
using System.Collections.Generic;
using System.Linq;

namespace MoE.Tests.Oracle;

/// <summary>A mixture that is an expert of another; its parameters are the other's, under a prefix.</summary>
internal sealed class NestedMixture(Type model, string prefix, int outputs, Dictionary<string, double[]> parameters) : IExpert
{
    public Mixture Mixture { get; } = new(model, parameters.Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(entry => entry.Key[prefix.Length..], entry => entry.Value), outputs);

    public double[] Run(Dictionary<string, double[]> parameters, double[] row) => Mixture.Predict(row);
}
