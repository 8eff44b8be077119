using System.Collections.Generic;
using System.Linq;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Golden;

/// <summary>05_switch and 06_gshard whole: a capacity that holds while predicting, too, the z-loss, first choices before second ones.</summary>
public class CapacityTests
{
    public static TheoryData<string> Folders => new("05_switch", "06_gshard");

    [Theory]
    [MemberData(nameof(Folders))]
    public void Routes_are_PyTorch_s_and_dropped_ones_are_marked(string folder)
    {
        GoldenCase golden = Of(folder);
        IModel model = golden.Load();
        int[] experts = new int[golden.Rows * model.TopK];
        float[] weights = new float[experts.Length];
        model.Route(golden.Inputs, experts, weights);
        int[] kept = golden.Data.Ints("route.kept");
        kept.ShouldContain(0);
        experts.ShouldBe(golden.Data.Ints("route.indices").Select((expert, assignment) => kept[assignment] == 1 ? expert : -1));
        weights.Zip(kept).Where(pair => pair.Second == 0).ShouldAllBe(pair => pair.First == 0);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Outputs_losses_and_gradients_are_PyTorch_s(string folder)
    {
        GoldenCase golden = Of(folder);
        IModel model = golden.Load();
        float[] outputs = new float[golden.Rows * model.Outputs];
        model.Predict(golden.Inputs, outputs, 1);
        golden.ShouldMatch("y", outputs);
        LossReport loss = model.ComputeGradients(golden.Inputs, golden.Targets, out Dictionary<string, float[]> gradients);
        golden.ShouldMatch("loss", [loss.Total]);
        golden.ShouldMatch("loss.task", [loss.Task]);
        golden.ShouldMatch("loss.balance", [loss.LoadBalance]);
        if (golden.Data.Has("loss.z"))
            golden.ShouldMatch("loss.z", [loss.RouterZ]);
        foreach ((string parameter, float[] gradient) in gradients)
            golden.ShouldMatch("grad." + golden.TheirName(parameter), gradient);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Steps_are_PyTorch_s(string folder)
    {
        GoldenSteps.Take(Of(folder), 1);
        GoldenSteps.Take(Of(folder), 10);
    }

    private static GoldenCase Of(string folder) => new(
        folder, folder == "05_switch" ? ModelFactory.Regressor<GoldenSwitchWhole>() : ModelFactory.Regressor<GoldenGShard>());
}
