using System.Collections.Generic;
using System.Linq;

namespace MoE.Tests.Oracle;

/// <summary>Every expert, weighed by a softmax over all.</summary>
internal sealed class SoftGating(SoftGatingAttribute attribute, int experts) : IGating
{
    public bool IsBalanced => false;

    public Route Of(Dictionary<string, double[]> parameters, double[] row)
    {
        double[] logits = [.. Layers.Linear(parameters, "gate", row, experts).Select(logit => logit / attribute.Temperature)];
        double[] shares = Layers.Softmax(logits);
        return new Route([.. Enumerable.Range(0, experts)], shares, shares, double.PositiveInfinity) { Logits = logits };
    }
}
