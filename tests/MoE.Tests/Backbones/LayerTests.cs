using System;
using System.Linq;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Backbones;

/// <summary>Layers by number: their names, routes and statistics.</summary>
public class LayerTests
{
    [Fact]
    public void Parameters_are_named_by_layers()
    {
        string[] names = [.. SmallMamba.Parameters.Select(tensor => tensor.Name)];
        string[] mamba = ["in_proj.weight", "conv1d.weight", "conv1d.bias", "x_proj.weight", "dt_proj.weight", "dt_proj.bias", "A_log", "D", "out_proj.weight"];
        string[] mixture = ["gate.weight", "gate.bias", .. Enumerable.Range(0, 3).SelectMany(expert => new[] { "0.weight", "0.bias", "2.weight", "2.bias" }.Select(name => $"experts.{expert}.{name}"))];
        names.ShouldBe(
        [
            "input.weight", "input.bias",
            .. Enumerable.Range(0, 5).SelectMany(layer => new[]
            {
                ["norm1.weight"],
                mamba.Select(name => "mamba." + name),
                ["norm2.weight"],
                layer % 2 == 1 ? mixture.Select(name => "moe." + name) : ["mlp.0.weight", "mlp.0.bias", "mlp.2.weight", "mlp.2.bias"],
            }.SelectMany(part => part).Select(name => $"layers.{layer}.{name}")),
            "norm.weight", "head.weight", "head.bias",
        ]);
        WholeAttention.Parameters.Select(tensor => tensor.Name).Where(name => name.StartsWith("layers.1.attention.", StringComparison.Ordinal)).ShouldBe(
            new[] { "q", "k", "v", "o" }.SelectMany(name => new[] { $"layers.1.attention.{name}_proj.weight", $"layers.1.attention.{name}_proj.bias" }));
    }

    [Fact]
    public void A_fresh_state_space_is_Mamba_s()
    {
        SmallMamba model = SmallMamba.Create(5);
        float[] logarithms = new float[12 * 3], skip = new float[12], bias = new float[12];
        model.GetParameter("layers.2.mamba.A_log", logarithms);
        model.GetParameter("layers.2.mamba.D", skip);
        model.GetParameter("layers.2.mamba.dt_proj.bias", bias);
        for (int element = 0; element < logarithms.Length; element++)
            logarithms[element].ShouldBe((float)Math.Log(1 + (element % 3)), 1e-7f);
        skip.ShouldAllBe(value => value == 1);
        bias.Select(value => Math.Log(1 + Math.Exp(value))).ShouldAllBe(step => step > 0.9e-3 && step < 0.1001);
    }

    [Fact]
    public void Routes_are_those_of_the_layer_s_router()
    {
        SmallMamba model = SmallMamba.Create(3);
        float[] inputs = SampleData.Uniform(4, 60 * 5, 2), weights = new float[120], others = new float[120], first = new float[120];
        int[] experts = new int[120], otherExperts = new int[120], firstExperts = new int[120];
        model.Route(1, inputs, experts, weights);
        model.Route(3, inputs, otherExperts, others);
        model.Route(inputs, firstExperts, first);
        firstExperts.ShouldBe(experts, "a backbone's own routes are its first mixture's");
        first.ShouldBe(weights);
        others.ShouldNotBe(weights);
        for (int row = 0; row < 60; row++)
            (weights[2 * row] + weights[(2 * row) + 1]).ShouldBe(1, 1e-6f);

        RoutingStatistics statistics = model.Observe(3, inputs);
        statistics.Rows.ShouldBe(60);
        for (int expert = 0; expert < 3; expert++)
            statistics.ExpertCounts[expert].ShouldBe(otherExperts.Count(chosen => chosen == expert));
    }

    [Fact]
    public void A_layer_without_a_mixture_has_no_routes()
    {
        SmallMamba model = SmallMamba.Create(3);
        foreach (int layer in new[] { -1, 0, 2, 4, 5 })
        {
            Should.Throw<ArgumentOutOfRangeException>(() => model.Route(layer, new float[5], new int[2], new float[2]))
                .Message.ShouldContain("layer must be one with a mixture: 1, 3, counted from 0");
        }
    }

    /// <summary>With one expert for all rows, weighted 1, the routers have no say.</summary>
    [Fact]
    public void PredictExpert_sends_every_row_to_one_expert()
    {
        WholeAttention model = WholeAttention.Create(3);
        float[] inputs = SampleData.Uniform(4, 30 * 7, 2), outputs = new float[60], others = new float[60];
        model.PredictExpert(1, inputs, outputs);
        model.PredictExpert(2, inputs, others);
        others.ShouldNotBe(outputs);
        // Expert 1's weights in the place of all others': the same, but for the router's weight.
        foreach (int layer in new[] { 0, 1 })
        {
            foreach (string parameter in new[] { "0.weight", "0.bias", "2.weight", "2.bias" })
            {
                float[] values = new float[WholeAttention.Parameters.Single(tensor => tensor.Name == $"layers.{layer}.moe.experts.1.{parameter}").Shape.Aggregate(1, (product, size) => product * size)];
                model.GetParameter($"layers.{layer}.moe.experts.1.{parameter}", values);
                model.SetParameter($"layers.{layer}.moe.experts.2.{parameter}", values);
            }
        }
        model.PredictExpert(2, inputs, others);
        others.ShouldBe(outputs);
    }
}
