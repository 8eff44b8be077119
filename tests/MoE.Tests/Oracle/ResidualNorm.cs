using System;
using System.Collections.Generic;
using System.Linq;

namespace MoE.Tests.Oracle;

/// <summary>What a residual block does before its mixture, in double.</summary>
internal sealed class ResidualNorm
{
    private const string MixturePrefix = "moe.";

    private readonly ResidualBlockAttribute _block;
    private readonly Dictionary<string, double[]> _parameters;

    private ResidualNorm(ResidualBlockAttribute block, Dictionary<string, double[]> parameters) => (_block, _parameters) = (block, parameters);

    public static ResidualNorm? Of(object[] attributes, Dictionary<string, double[]> parameters) =>
        attributes.OfType<ResidualBlockAttribute>().SingleOrDefault() is { } block ? new ResidualNorm(block, parameters) : null;

    /// <summary>The mixture's parameters, by the names that they would have without the block.</summary>
    public static Dictionary<string, double[]> Inside(Dictionary<string, double[]> parameters) => parameters
        .Where(parameter => parameter.Key.StartsWith(MixturePrefix, StringComparison.Ordinal))
        .ToDictionary(parameter => parameter.Key[MixturePrefix.Length..], parameter => parameter.Value);

    public double[] Run(double[] row)
    {
        double[] weight = _parameters["norm.weight"];
        if (_block.Norm == Norm.RMSNorm)
        {
            double scale = 1 / Math.Sqrt((row.Sum(value => value * value) / row.Length) + _block.NormEpsilon);
            return [.. row.Select((value, column) => value * scale * weight[column])];
        }
        double mean = row.Average();
        double deviation = Math.Sqrt((row.Sum(value => (value - mean) * (value - mean)) / row.Length) + _block.NormEpsilon);
        return [.. row.Select((value, column) => ((value - mean) / deviation * weight[column]) + _parameters["norm.bias"][column])];
    }
}
