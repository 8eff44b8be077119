using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text.Json;
using MoE.Tests.Models;
using MoE.Tests.Persistence;
using Shouldly;
using Xunit;

namespace MoE.Tests.Golden;

/// <summary>19_mamba_moe_block: one layer of a backbone, over two sequences of five rows.</summary>
public class MambaBlockTests
{
    private const int Length = 5;

    // The file has one layer and no number for it.
    private const string Layer = "layers.0.";

    private static readonly GoldenCase s_golden = new("19_mamba_moe_block", ModelFactory.Regressor<GoldenMambaBlock>());

    [Fact]
    public void Outputs_are_PyTorch_s()
    {
        float[] outputs = new float[s_golden.Inputs.Length];
        Load().Predict(s_golden.Inputs, Length, outputs, threads: 2);
        s_golden.ShouldMatch("y", outputs);
    }

    [Fact]
    public void Routes_are_PyTorch_s()
    {
        GoldenMambaBlock model = Load();
        int[] experts = new int[2 * Length * 2];
        float[] weights = new float[experts.Length];
        for (int sequence = 0; sequence < 2; sequence++)
            model.Route(0, s_golden.Inputs.AsSpan(sequence * Length * 6, Length * 6), experts.AsSpan(sequence * Length * 2, Length * 2), weights.AsSpan(sequence * Length * 2, Length * 2));
        experts.ShouldBe(s_golden.Data.Ints("route.indices"));
        s_golden.ShouldMatch("route.weights", weights);
    }

    [Fact]
    public void Losses_and_gradients_are_PyTorch_s()
    {
        GoldenMambaBlock model = Load();
        Gradients gradients = model.CreateGradients();
        LossReport loss = model.ComputeGradients(s_golden.Inputs, Length, s_golden.Targets, gradients);
        s_golden.ShouldMatch("loss", [loss.Total]);
        model.Evaluate(s_golden.Inputs, Length, s_golden.Targets).Loss.ShouldBe(loss.Task, 1e-6);
        foreach (TensorInfo tensor in GoldenMambaBlock.Parameters)
        {
            float[] values = new float[Elements(tensor)];
            gradients.Get(tensor.Name, values);
            s_golden.ShouldMatch("grad." + tensor.Name[Layer.Length..], values);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public void Steps_are_PyTorch_s(int steps)
    {
        GoldenMambaBlock model = Load();
        JsonElement optimizer = s_golden.Optimizer!.Value;
        FitReport report = model.Fit(s_golden.Inputs, s_golden.Targets, new FitOptions
        {
            Epochs = steps,
            BatchSize = 2,
            SequenceLength = Length,
            Shuffle = false,
            LearningRate = optimizer.GetProperty("lr").GetDouble(),
            WeightDecay = optimizer.GetProperty("weight_decay").GetDouble(),
            Threads = 2,
        });
        foreach (TensorInfo tensor in GoldenMambaBlock.Parameters)
        {
            float[] values = new float[Elements(tensor)];
            model.GetParameter(tensor.Name, values);
            s_golden.ShouldMatch($"after_{steps}.{tensor.Name[Layer.Length..]}", values);
        }
        if (steps == 10)
            s_golden.ShouldMatch("losses", report.Epochs.Select(loss => loss.Total).Append(model.ComputeGradients(s_golden.Inputs, Length, s_golden.Targets, model.CreateGradients()).Total));
    }

    private static GoldenMambaBlock Load()
    {
        GoldenMambaBlock model = GoldenMambaBlock.Create();
        foreach ((string name, _, _, byte[] data) in TestFile.Parse(File.ReadAllBytes(s_golden.ModelPath)).Tensors)
            model.SetParameter(Layer + name, MemoryMarshal.Cast<byte, float>(data));
        return model;
    }

    private static int Elements(TensorInfo tensor) => tensor.Shape.Aggregate(1, (product, size) => product * size);
}
