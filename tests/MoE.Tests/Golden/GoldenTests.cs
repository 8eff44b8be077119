using System.Collections.Generic;
using System.Linq;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Golden;

/// <summary>Files that PyTorch wrote, and what it computed from them.</summary>
public class GoldenTests
{
    [Theory]
    [MemberData(nameof(GoldenCases.All), MemberType = typeof(GoldenCases))]
    public void Routes_are_PyTorch_s(string id)
    {
        GoldenCase golden = GoldenCases.Of(id);
        IModel model = golden.Load();
        int[] experts = new int[golden.Rows * model.TopK];
        float[] weights = new float[experts.Length];
        model.Route(golden.Inputs, experts, weights);
        if (golden.Data.Has("route.indices"))
            experts.ShouldBe(golden.Data.Ints("route.indices"));
        else
            experts.ShouldBe(Enumerable.Repeat(Enumerable.Range(0, model.TopK), golden.Rows).SelectMany(row => row), "every expert, in order");
        golden.ShouldMatch("route.weights", weights);
    }

    [Theory]
    [MemberData(nameof(GoldenCases.All), MemberType = typeof(GoldenCases))]
    public void Outputs_are_PyTorch_s(string id)
    {
        GoldenCase golden = GoldenCases.Of(id);
        IModel model = golden.Load();
        float[] outputs = new float[golden.Rows * model.Outputs];
        model.Predict(golden.Inputs, outputs, 1);
        golden.ShouldMatch("y", outputs);
    }

    [Theory]
    [MemberData(nameof(GoldenCases.All), MemberType = typeof(GoldenCases))]
    public void Losses_and_gradients_are_PyTorch_s(string id)
    {
        GoldenCase golden = GoldenCases.Of(id);
        IModel model = golden.Load();
        LossReport loss = model.ComputeGradients(golden.Inputs, golden.Targets, out Dictionary<string, float[]> gradients);
        golden.ShouldMatch("loss", [loss.Total]);
        golden.ShouldMatch("loss.task", [loss.Task]);
        if (golden.Data.Has("loss.balance"))
            golden.ShouldMatch("loss.balance", [loss.LoadBalance]);
        else
            loss.LoadBalance.ShouldBe(0);
        foreach ((string parameter, float[] gradient) in gradients.Where(gradient => golden.IsTrained(gradient.Key)))
            golden.ShouldMatch("grad." + golden.TheirName(parameter), gradient);
    }

    [Theory]
    [MemberData(nameof(GoldenCases.WithSteps), MemberType = typeof(GoldenCases))]
    public void One_step_of_AdamW_is_PyTorch_s(string id) => Steps(id, 1);

    [Theory]
    [MemberData(nameof(GoldenCases.WithSteps), MemberType = typeof(GoldenCases))]
    public void Ten_steps_of_AdamW_are_PyTorch_s(string id)
    {
        GoldenCase golden = GoldenCases.Of(id);
        (IModel model, FitReport report) = Steps(id, 10);
        LossReport last = model.ComputeGradients(golden.Inputs, golden.Targets, out _);
        golden.ShouldMatch("losses", report.Epochs.Append(last).Select(loss => loss.Total));
    }

    [Fact]
    public void A_wrong_weight_would_be_found()
    {
        GoldenCase golden = GoldenCases.Of("01_basic");
        IModel model = golden.Load();
        float[] bias = model.Get("experts.2.2.bias");
        bias[7] += 1e-3f;
        model.Set("experts.2.2.bias", bias);
        float[] outputs = new float[golden.Rows * model.Outputs];
        model.Predict(golden.Inputs, outputs, 1);
        Should.Throw<ShouldAssertException>(() => golden.ShouldMatch("y", outputs));
    }

    private static (IModel Model, FitReport Report) Steps(string id, int steps) => GoldenSteps.Take(GoldenCases.Of(id), steps);
}
