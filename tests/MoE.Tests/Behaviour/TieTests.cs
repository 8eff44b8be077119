using System.Linq;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Behaviour;

/// <summary>Law 2: of equal scores the lower index comes first.</summary>
public class TieTests
{
    [Fact]
    public void Equal_logits_go_to_the_lower_experts()
    {
        ManyExperts model = ManyExperts.Create(1);
        model.SetParameter("gate.weight", new float[63 * 17]);
        model.SetParameter("gate.bias", new float[63]);
        (int[] experts, float[] weights) = Route(model, 9);
        experts.ShouldBe([.. Enumerable.Range(0, 9).SelectMany(_ => new[] { 0, 1, 2, 3, 4 })]);
        weights.ShouldAllBe(weight => weight == 0.2f);
    }

    [Fact]
    public void A_tie_at_the_edge_keeps_the_lower_expert()
    {
        ManyExperts model = ManyExperts.Create(1);
        model.SetParameter("gate.weight", new float[63 * 17]);
        float[] bias = new float[63];
        bias[62] = 2;
        bias[17] = bias[40] = bias[16] = bias[3] = bias[15] = 1;
        model.SetParameter("gate.bias", bias);
        (int[] experts, _) = Route(model, 3);
        experts.ShouldBe([62, 3, 15, 16, 17, 62, 3, 15, 16, 17, 62, 3, 15, 16, 17]);
    }

    [Fact]
    public void Minus_zero_ties_with_zero()
    {
        LinearExperts model = LinearExperts.Create(1);
        model.SetParameter("gate.weight", [-0f, -0f, -0f, 0, 0, 0, -0f, 0, 0]);
        int[] experts = new int[2];
        model.Route([1, 2, 3], experts, new float[2]);
        experts.ShouldBe([0, 1]);
    }

    [Fact]
    public void Of_equally_likely_classes_the_first_wins()
    {
        TintClassifier model = TintClassifier.Create(1);
        for (int expert = 0; expert < TintClassifier.ExpertCount; expert++)
        {
            model.SetParameter($"experts.{expert}.2.weight", new float[5 * 17]);
            model.SetParameter($"experts.{expert}.2.bias", [0, 1, 1, 0.5f, 1]);
        }

        model.Classify(SampleData.Uniform(1, 63, 1f)).ShouldBe(Tint.Magenta);
    }

    private static (int[] Experts, float[] Weights) Route(ManyExperts model, int rows)
    {
        int[] experts = new int[rows * 5];
        float[] weights = new float[rows * 5];
        model.Route(SampleData.Uniform(1, rows * 17, 1f), experts, weights);
        return (experts, weights);
    }
}
