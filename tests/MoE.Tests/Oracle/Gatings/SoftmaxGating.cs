using System;
using System.Collections.Generic;
using System.Linq;

namespace MoE.Tests.Oracle;

/// <summary>The best k logits, weighed by a softmax over them or over all.</summary>
internal sealed class SoftmaxGating(SoftmaxGatingAttribute attribute, int experts, int topK) : IGating
{
    public bool IsBalanced => true;

    public Route Of(Dictionary<string, double[]> parameters, double[] row)
    {
        double temperature = attribute.LearnTemperature ? parameters["temperature"][0] : attribute.Temperature;
        bool overAll = attribute.Weighting == GateWeighting.OverAll || (attribute.Weighting == GateWeighting.Auto && topK == 1);
        if (attribute.GroupCount > 1)
            return Grouped(parameters, row, temperature);
        Route route = Best(parameters, row, experts, topK, temperature, overAll);
        if (attribute.Noise == GateNoise.None)
            return route;
        double[] said = Layers.Linear(parameters, "gate_noise", row, experts);
        return route with
        {
            Clean = [.. route.Logits.Select(logit => logit * temperature)],
            Scale = attribute.Noise == GateNoise.Softmax ? Layers.Softmax(said) : [.. said.Select(value => Math.Log(1 + Math.Exp(value)) + 0.01)],
        };
    }

    private Route Grouped(Dictionary<string, double[]> parameters, double[] row, double temperature)
    {
        double[] logits = [.. Layers.Linear(parameters, "gate", row, experts).Select(logit => logit / temperature)];
        (int[] chosen, double margin) = Groups.Best(logits, topK, attribute.GroupCount, attribute.GroupTopK, best: 1);
        double[] shares = Layers.Softmax(logits);
        return new Route(chosen, [.. chosen.Select(expert => shares[expert])], shares, margin) { Logits = logits };
    }

    public static Route Best(Dictionary<string, double[]> parameters, double[] row, int experts, int topK, double temperature, bool overAll)
    {
        return Best([.. Layers.Linear(parameters, "gate", row, experts).Select(logit => logit / temperature)], topK, overAll);
    }

    public static Route Best(double[] logits, int topK, bool overAll)
    {
        int[] order = [.. Enumerable.Range(0, logits.Length).OrderByDescending(expert => logits[expert])];
        double margin = double.PositiveInfinity;
        for (int place = 1; place < Math.Min(order.Length, topK + 1); place++)
            margin = Math.Min(margin, logits[order[place - 1]] - logits[order[place]]);
        int[] chosen = order[..topK];
        double[] shares = Layers.Softmax(logits);
        double[] weights = overAll
            ? [.. chosen.Select(expert => shares[expert])]
            : Layers.Softmax([.. chosen.Select(expert => logits[expert])]);
        return new Route(chosen, weights, shares, margin) { Logits = logits };
    }
}
