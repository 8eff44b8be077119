using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace MoE.Tests.Oracle;

/// <summary>The hash in whole numbers of any size.</summary>
internal sealed class HashGating(int experts) : IGating
{
    public bool IsBalanced => false;

    public Route Of(Dictionary<string, double[]> parameters, double[] row)
    {
        double hash = 1000 * row.Sum(Math.Abs);
        double fraction = hash - Math.Floor(hash);
        return new Route([(int)(new BigInteger(Math.Floor(hash)) % experts)], [1], new double[experts], Math.Min(fraction, 1 - fraction));
    }
}
