using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Golden;

/// <summary>13_soft_moe_slots: two sequences of seven rows, whose experts work on mixtures of the rows.</summary>
public class SlotTests
{
    private const int Length = 7;
    private static readonly GoldenCase s_golden = new("13_soft_moe_slots", ModelFactory.Regressor<GoldenSlots>());

    [Fact]
    public void Outputs_are_PyTorch_s()
    {
        float[] outputs = new float[s_golden.Inputs.Length];
        Load().Predict(s_golden.Inputs, Length, outputs, threads: 2);
        s_golden.ShouldMatch("y", outputs);
    }

    [Fact]
    public void A_row_s_shares_of_the_experts_are_those_of_their_slots()
    {
        float[] combine = s_golden.Data.Floats("combine");
        float[] weights = new float[Length * 3];
        int[] experts = new int[weights.Length];
        foreach (int sequence in new[] { 0, 1 })
        {
            Load().Route(s_golden.Inputs.AsSpan(sequence * Length * 8, Length * 8), experts, weights);
            experts.ShouldBe(Enumerable.Repeat(Enumerable.Range(0, 3), Length).SelectMany(row => row));
            float[] expected = [.. combine.Skip(sequence * Length * 6).Take(Length * 6).Chunk(2).Select(slots => slots.Sum())];
            weights.Zip(expected).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 2e-6);
        }
    }

    [Fact]
    public void Losses_and_gradients_are_PyTorch_s()
    {
        GoldenSlots model = Load();
        Gradients gradients = model.CreateGradients();
        LossReport loss = model.ComputeGradients(s_golden.Inputs, Length, s_golden.Targets, gradients);
        s_golden.ShouldMatch("loss", [loss.Total]);
        s_golden.ShouldMatch("loss.task", [loss.Task]);
        model.Evaluate(s_golden.Inputs, Length, s_golden.Targets).Loss.ShouldBe(loss.Task, 1e-6);
        foreach (TensorInfo tensor in GoldenSlots.Parameters)
        {
            float[] values = new float[tensor.Shape.Aggregate(1, (product, size) => product * size)];
            gradients.Get(tensor.Name, values);
            s_golden.ShouldMatch("grad." + tensor.Name, values);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public void Steps_are_PyTorch_s(int steps)
    {
        GoldenSlots model = Load();
        JsonElement optimizer = s_golden.Optimizer!.Value;
        FitReport report = model.Fit(s_golden.Inputs, s_golden.Targets, new FitOptions
        {
            Epochs = steps,
            SequenceLength = Length,
            BatchSize = 2,
            Shuffle = false,
            LearningRate = optimizer.GetProperty("lr").GetDouble(),
            WeightDecay = optimizer.GetProperty("weight_decay").GetDouble(),
        });
        foreach (TensorInfo tensor in GoldenSlots.Parameters)
        {
            float[] values = new float[tensor.Shape.Aggregate(1, (product, size) => product * size)];
            model.GetParameter(tensor.Name, values);
            s_golden.ShouldMatch($"after_{steps}.{tensor.Name}", values);
        }
        if (steps == 10)
            s_golden.ShouldMatch("losses", [.. report.Epochs.Select(epoch => epoch.Total), Loss(model)]);
    }

    [Fact]
    public void Another_scale_would_be_found()
    {
        GoldenSlots model = Load();
        float[] scale = new float[1], outputs = new float[s_golden.Inputs.Length];
        model.GetParameter("scale", scale);
        model.SetParameter("scale", [scale[0] * 1.01f]);
        model.Predict(s_golden.Inputs, Length, outputs);
        Should.Throw<ShouldAssertException>(() => s_golden.ShouldMatch("y", outputs));
    }

    private static GoldenSlots Load() => GoldenSlots.Load(s_golden.ModelPath);

    private static double Loss(GoldenSlots model) => model.ComputeGradients(s_golden.Inputs, Length, s_golden.Targets, model.CreateGradients()).Total;
}
