using System.Linq;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Golden;

/// <summary>15_deepseek_v3's bias, beyond what the case asks.</summary>
public class SelectionBiasTests
{
    [Fact]
    public void The_bias_counts_for_the_choice_only()
    {
        GoldenDeepSeek model = GoldenDeepSeek.Create(1);
        float[] row = SampleData.Uniform(3, 7, 1), weights = new float[3], biased = new float[3];
        int[] experts = new int[3];
        model.Route(row, experts, weights);
        model.SetParameter("gate.e_score_correction_bias", [.. Enumerable.Range(0, 8).Select(expert => experts.Contains(expert) ? 5f : 0)]);
        model.Route(row, experts, biased);
        biased.ShouldBe(weights);
    }
}
