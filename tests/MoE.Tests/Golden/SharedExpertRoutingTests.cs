using System.Linq;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Golden;

/// <summary>15_deepseek_v3 and 16_qwen2: their routes. Their outputs have a shared expert, which is not built yet.</summary>
public class SharedExpertRoutingTests
{
    [Fact]
    public void DeepSeek_s_routes_are_PyTorch_s() => Compare("15_deepseek_v3", ModelFactory.Regressor<GoldenDeepSeek>());

    [Fact]
    public void Qwen_s_routes_are_PyTorch_s() => Compare("16_qwen2", ModelFactory.Regressor<GoldenQwen>());

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

    private static void Compare(string folder, ModelFactory factory)
    {
        GoldenCase golden = new(folder, factory);
        GoldenFile file = new(golden.ModelPath);
        IModel model = factory.Create(1);
        foreach (TensorInfo tensor in model.Parameters)
            model.Set(tensor.Name, file.Floats(tensor.Name));
        int[] experts = new int[golden.Rows * model.TopK];
        float[] weights = new float[experts.Length];
        model.Route(golden.Inputs, experts, weights);
        experts.ShouldBe(golden.Data.Ints("route.indices"));
        golden.ShouldMatch("route.weights", weights);
        if (golden.Data.Has("loss.balance"))
            golden.ShouldMatch("loss.balance", [model.ComputeGradients(golden.Inputs, golden.Targets, out _).LoadBalance]);
    }
}
