using System;
using System.Collections.Generic;
using System.Linq;

namespace MoE.Tests.Oracle;

/// <summary>Sigmoid scores; a bias for the choice; the best groups by the sum of their two best.</summary>
internal sealed class SigmoidGating(SigmoidGatingAttribute attribute, int experts, int topK) : IGating
{
    public bool IsBalanced => false;

    public Route Of(Dictionary<string, double[]> parameters, double[] row)
    {
        double[] logits = Layers.Linear(parameters, "gate", row, experts);
        double[] scores = [.. logits.Select(logit => 1 / (1 + Math.Exp(-logit)))];
        double[] choices = [.. scores.Zip(parameters["gate.e_score_correction_bias"], (score, bias) => score + bias)];
        (int[] chosen, double margin) = Groups.Best(choices, topK, attribute.GroupCount, attribute.GroupTopK, best: 2);
        double sum = attribute.Normalize ? chosen.Sum(expert => scores[expert]) : 1;
        return new Route(chosen, [.. chosen.Select(expert => attribute.Scale * scores[expert] / sum)], [.. scores.Select(score => score / scores.Sum())], margin) { Logits = logits };
    }
}
