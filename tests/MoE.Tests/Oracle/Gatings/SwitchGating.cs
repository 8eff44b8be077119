using System.Collections.Generic;

namespace MoE.Tests.Oracle;

/// <summary>The best logit's expert, weighed by its probability among all.</summary>
internal sealed class SwitchGating(SwitchGatingAttribute attribute, int experts) : IGating
{
    public bool IsBalanced => true;

    public Route Of(Dictionary<string, double[]> parameters, double[] row) =>
        SoftmaxGating.Best(parameters, row, experts, topK: 1, attribute.Temperature, overAll: true);
}
