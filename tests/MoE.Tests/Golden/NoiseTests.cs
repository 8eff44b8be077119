using System;
using System.Linq;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Golden;

/// <summary>03_advanced and 07_noisy_topk: the router's noise, given as it was in PyTorch's run.</summary>
public class NoiseTests
{
    [Fact]
    public void The_seed_s_AdvancedMoE_is_PyTorch_s() => Compare<GoldenAdvanced>("03_advanced", loss => [("loss.balance", loss.LoadBalance)]);

    [Fact]
    public void Noisy_top_k_is_PyTorch_s() => Compare<GoldenNoisyTopK>("07_noisy_topk", _ => []);

    [Fact]
    public void Other_noise_would_be_found()
    {
        GoldenCase golden = new("07_noisy_topk", ModelFactory.Regressor<GoldenNoisyTopK>());
        GoldenNoisyTopK model = GoldenNoisyTopK.Load(golden.ModelPath);
        float[] noise = golden.Data.Floats("noise");
        noise[3] += 0.1f;
        LossReport loss = model.ComputeGradients(golden.Inputs, golden.Targets, noise, model.CreateGradients());
        Should.Throw<ShouldAssertException>(() => golden.ShouldMatch("loss", [loss.Total]));
    }

    private static void Compare<T>(string folder, Func<LossReport, (string, double)[]> parts)
        where T : INoisyRegressor<T>
    {
        GoldenCase golden = new(folder, ModelFactory.Regressor<T>());
        T model = T.Load(golden.ModelPath);

        int[] experts = new int[golden.Rows * T.TopK];
        float[] weights = new float[experts.Length];
        model.Route(golden.Inputs, experts, weights);
        experts.ShouldBe(golden.Data.Ints("eval.route.indices"));
        golden.ShouldMatch("eval.route.weights", weights);
        golden.ShouldMatch("eval.y", model.Predict(golden.Inputs));

        Gradients gradients = model.CreateGradients();
        LossReport loss = model.ComputeGradients(golden.Inputs, golden.Targets, golden.Data.Floats("noise"), gradients);
        golden.ShouldMatch("loss", [loss.Total]);
        golden.ShouldMatch("loss.task", [loss.Task]);
        foreach ((string name, double value) in parts(loss))
            golden.ShouldMatch(name, [value]);
        foreach (TensorInfo tensor in T.Parameters)
        {
            float[] values = new float[tensor.Shape.Aggregate(1, (product, size) => product * size)];
            gradients.Get(tensor.Name, values);
            golden.ShouldMatch("grad." + golden.TheirName(tensor.Name), values);
        }

        GoldenSteps.Take(golden, 1);
        (_, FitReport report) = GoldenSteps.Take(golden, 10);
        golden.ShouldMatch("losses", [.. report.Epochs.Select(epoch => epoch.Total), LastLoss(golden)]);
    }

    // The loss after the tenth step is that before the eleventh.
    private static double LastLoss(GoldenCase golden)
    {
        (IModel model, _) = GoldenSteps.Take(golden, 10);
        FitReport next = model.Fit(golden.Inputs, golden.Targets, new FitOptions { Epochs = 1, BatchSize = golden.Rows, Shuffle = false, LearningRate = 0, RouterNoise = golden.Data.Floats("noise") });
        return next.Epochs[0].Total;
    }
}
