using System;
using System.Collections.Generic;
using System.Linq;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Behaviour;

/// <summary>An expert that every row passes through, beside the router's.</summary>
public class SharedExpertTests
{
    private const int Rows = 23;

    [Fact]
    public void One_that_says_nothing_changes_nothing_beside_rows_that_pass_through()
    {
        SharedPassThrough shared = SharedPassThrough.Create(3);
        shared.SetParameter("shared_expert.w2.weight", new float[45]);
        PassThroughAlone alone = PassThroughAlone.Create(3);
        foreach (TensorInfo tensor in PassThroughAlone.Parameters)
            Get(alone.GetParameter, tensor).ShouldBe(Get(shared.GetParameter, tensor), tensor.Name);
        float[] inputs = SampleData.Uniform(1, Rows * 9, 1), targets = SampleData.Uniform(2, Rows * 9, 1);
        shared.Predict(inputs).ShouldBe(alone.Predict(inputs));

        Gradients ours = shared.CreateGradients(), theirs = alone.CreateGradients();
        shared.ComputeGradients(inputs, targets, ours).ShouldBe(alone.ComputeGradients(inputs, targets, theirs));
        foreach (TensorInfo tensor in PassThroughAlone.Parameters)
            Get(ours.Get, tensor).ShouldBe(Get(theirs.Get, tensor), tensor.Name);
        ours.Get("shared_expert.w2.weight", new float[45]);
    }

    [Fact]
    public void It_counts_as_a_parameter_at_work_and_not_as_an_expert()
    {
        SharedPassThrough.ExpertCount.ShouldBe(2);
        const long Shared = (3 * 45) + 9;
        SharedPassThrough.ParameterCount.ShouldBe(PassThroughAlone.ParameterCount + Shared);
        SharedPassThrough.ActiveParameterCount.ShouldBe(PassThroughAlone.ActiveParameterCount + Shared);
        SharedPassThrough.FlopsPerRow.ShouldBe(PassThroughAlone.FlopsPerRow + (2 * Shared));
    }

    [Fact]
    public void The_gate_is_trained_without_it()
    {
        SharedShape model = SharedShape.Create(1), before = SharedShape.Create(1);
        model.FitGate(SampleData.Uniform(1, Rows * 37, 1), SampleData.Uniform(2, Rows * 19, 1));
        Changed(model, before).ShouldBe(["gate.weight", "gate.bias"]);
        model.FitExpert(1, SampleData.Uniform(1, Rows * 37, 1), SampleData.Uniform(2, Rows * 19, 1));
        Changed(model, before).ShouldContain("experts.1.0.weight");
        Changed(model, before).ShouldNotContain("shared_experts.w1.weight");
    }

    [Fact]
    public void An_expert_by_itself_is_without_it()
    {
        SharedShape model = SharedShape.Create(1);
        float[] inputs = SampleData.Uniform(1, Rows * 37, 1), before = new float[Rows * 19], after = new float[Rows * 19];
        model.PredictExpert(2, inputs, before);
        model.SetParameter("shared_experts.w2.weight", new float[19 * 33]);
        model.PredictExpert(2, inputs, after);
        after.ShouldBe(before);
    }

    [Fact]
    public void A_row_that_is_not_finite_stays_one()
    {
        GatedSharedShape model = GatedSharedShape.Create(1);
        float[] inputs = SampleData.Uniform(1, Rows * 50, 1);
        inputs[(7 * 50) + 3] = float.NaN;
        float[] outputs = model.Predict(inputs);
        for (int row = 0; row < Rows; row++)
            outputs.AsSpan(row * 3, 3).ToArray().ShouldAllBe(value => float.IsNaN(value) == (row == 7));
    }

    private delegate void Reading(string name, Span<float> values);

    private static float[] Get(Reading read, TensorInfo tensor)
    {
        float[] values = new float[tensor.Shape.Aggregate(1, (product, size) => product * size)];
        read(tensor.Name, values);
        return values;
    }

    private static IEnumerable<string> Changed(SharedShape model, SharedShape before) =>
        SharedShape.Parameters.Where(tensor => !Get(model.GetParameter, tensor).SequenceEqual(Get(before.GetParameter, tensor))).Select(tensor => tensor.Name);
}
