using System.Linq;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Golden;

/// <summary>
/// What 05_switch says of routes, kept rows and losses. Its outputs have the dropped rows, which need a capacity that
/// holds while predicting, and its gradients the z-loss.
/// </summary>
public class SwitchTests
{
    private static readonly GoldenCase s_golden = new("05_switch", ModelFactory.Regressor<GoldenSwitch>());

    [Fact]
    public void Routes_are_PyTorch_s()
    {
        int[] experts = new int[s_golden.Rows];
        float[] weights = new float[s_golden.Rows];
        s_golden.Load().Route(s_golden.Inputs, experts, weights);
        experts.ShouldBe(s_golden.Data.Ints("route.indices"));
        s_golden.ShouldMatch("route.weights", weights);
    }

    [Fact]
    public void Rows_with_room_give_PyTorch_s_outputs()
    {
        IModel model = s_golden.Load();
        float[] outputs = new float[s_golden.Rows * model.Outputs];
        model.Predict(s_golden.Inputs, outputs, 1);
        int[] kept = s_golden.Data.Ints("route.kept");
        kept.ShouldContain(0);
        s_golden.ShouldMatch("y", outputs.Select((value, index) => kept[index / model.Outputs] * value));
    }

    [Fact]
    public void Losses_are_PyTorch_s()
    {
        LossReport loss = s_golden.Load().ComputeGradients(s_golden.Inputs, s_golden.Targets, out _);
        s_golden.ShouldMatch("loss.task", [loss.Task]);
        s_golden.ShouldMatch("loss.balance", [loss.LoadBalance]);
    }
}
