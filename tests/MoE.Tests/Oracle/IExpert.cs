using System.Collections.Generic;

namespace MoE.Tests.Oracle;

internal interface IExpert
{
    double[] Run(Dictionary<string, double[]> parameters, double[] row);
}
