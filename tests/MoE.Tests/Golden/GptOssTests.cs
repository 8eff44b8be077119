using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Golden;

/// <summary>17_gpt_oss: clamped gated units in fused, interleaved, turned tensors.</summary>
public class GptOssTests
{
    private const int Inputs = 8;

    private static readonly GoldenCase _case = new("17_gpt_oss", ModelFactory.Regressor<GoldenGptOss>());

    private static readonly ImmutableArray<TensorInfo> _parameters = GoldenGptOss.Parameters;

    [Fact]
    public void Routes_and_outputs_are_PyTorch_s()
    {
        IModel model = _case.Load();
        int[] experts = new int[_case.Rows * 2];
        float[] weights = new float[experts.Length], outputs = new float[_case.Rows * Inputs];
        model.Route(_case.Inputs, experts, weights);
        experts.ShouldBe(_case.Data.Ints("route.indices"));
        _case.ShouldMatch("route.weights", weights);
        model.Predict(_case.Inputs, outputs, 1);
        _case.ShouldMatch("y", outputs);
    }

    [Fact]
    public void Losses_and_gradients_are_PyTorch_s()
    {
        IModel model = _case.Load();
        LossReport loss = model.ComputeGradients(_case.Inputs, _case.Targets, out Dictionary<string, float[]> gradients);
        _case.ShouldMatch("loss", [loss.Total]);
        Compare("grad.", name => gradients[name]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public void Steps_of_AdamW_are_PyTorch_s(int steps)
    {
        (IModel model, FitReport report) = GoldenSteps.Run(_case, steps);
        Compare($"after_{steps}.", model.Get);
        if (steps == 10)
            _case.ShouldMatch("losses", report.Epochs.Append(model.ComputeGradients(_case.Inputs, _case.Targets, out _)).Select(step => step.Total));
    }

    [Fact]
    public void A_fused_tensor_of_another_shape_is_refused_by_name() =>
        Should.Throw<ModelFormatException>(() => ModelFactory.Regressor<GoldenGluSigmoid>().Load(_case.ModelPath)).Message.ShouldContain("experts.");

    private static void Compare(string prefix, Func<string, float[]> ours)
    {
        foreach ((string name, float[] values) in FusedParameters.Of(_parameters.ToDictionary(tensor => tensor.Name, tensor => ours(tensor.Name))))
            _case.ShouldMatch(prefix + name, values);
    }
}
