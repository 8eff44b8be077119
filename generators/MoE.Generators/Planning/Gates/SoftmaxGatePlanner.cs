using System.Collections.Generic;
using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>[SoftmaxGating]: the best TopK of the logits, weighed by a softmax.</summary>
internal static class SoftmaxGatePlanner
{
    public static GatePlan Plan(SoftmaxGatingSpec spec, GateSite site)
    {
        LogitLayer logits = LogitLayer.Plan(site, spec.Bias, spec.Temperature.Value, spec.LearnTemperature);
        NoisePlan? noise = spec.HasNoise ? Noise(spec.Noise, logits, site) : null;
        bool overAll = IsOverAll(spec.Weighting, site.TopK);
        List<(string Name, object Value)> arguments = [("experts", site.Experts), ("topK", site.TopK), ("overAll", overAll), .. logits.RouterArguments];
        if (spec.Jitter.Value > 0)
            arguments.Add(("jitter", spec.Jitter.Value));
        if (noise is not null && site.IsTrained)
            arguments.Add(("noise", noise));
        if (spec.Groups.IsLimit)
            arguments.Add(("groups", new GroupPlan(site.Experts, spec.Groups, ScoreOfTwo: false)));
        string weighting = overAll ? "all" : "the chosen";
        return new GatePlan(
            $"{logits.Describe(spec.Temperature.ToString())}, best {site.TopK}{GroupPlan.Describe(spec.Groups)}, softmax over {weighting}{(noise is null ? "" : ", noise while training")}",
            $"the best {site.TopK} of {site.Experts}{GroupPlan.Describe(spec.Groups)}, weighed by a softmax over {(overAll ? "all" : "the chosen ones")}",
            logits.Layer,
            [.. logits.Tensors, .. Tensors(noise)],
            checked(logits.Floats + (noise?.Layer.Floats ?? 0)),
            new RouterPlan("SoftmaxRouter", [.. arguments]))
        {
            TrainingLayers = noise is not null && site.IsTrained ? noise.Layers : [],
        };
    }

    /// <summary>Whether the weights are a softmax over all experts: also where one over the chosen would always be 1.</summary>
    public static bool IsOverAll(GateWeighting weighting, int topK) => weighting == GateWeighting.OverAll || (weighting == GateWeighting.Auto && topK == 1);

    private static NoisePlan Noise(GateNoise kind, LogitLayer logits, GateSite site)
    {
        LinearPlan layer = logits.Linear.Renamed("GateNoise", "noise");
        return new NoisePlan(kind, layer, logits.Floats, LogitLayer.Turned(layer, site));
    }

    private static IEnumerable<TensorPlan> Tensors(NoisePlan? noise)
    {
        if (noise is null)
            yield break;
        yield return TensorPlan.Weight("gate_noise.weight", noise.Layer, noise.Offset);
        if (noise.Layer.HasBias)
            yield return TensorPlan.Bias("gate_noise.bias", noise.Layer, noise.Offset);
    }
}
