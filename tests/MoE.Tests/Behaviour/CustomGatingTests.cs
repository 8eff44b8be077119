using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Behaviour;

/// <summary>Routers of the user's own. What they compute and learn is compared with the oracle as one of the shapes.</summary>
public class CustomGatingTests
{
    private const int Rows = 60;

    [Fact]
    public void A_rule_decides_who_works()
    {
        SignModel model = SignModel.Create(1);
        float[] inputs = SampleData.Uniform(3, Rows * 6, 1), weights = new float[Rows];
        int[] experts = new int[Rows];
        model.Route(inputs, experts, weights);
        experts.ShouldBe(inputs.Chunk(6).Select(row => row[0] < 0 ? 0 : 1));
        weights.ShouldAllBe(weight => Math.Abs(weight - (float)(Math.E / (Math.E + 2))) < 1e-6);
    }

    [Fact]
    public void It_trains_the_experts_and_has_nothing_of_its_own_to_train()
    {
        SignModel model = SignModel.Create(1);
        float[] inputs = SampleData.Uniform(3, Rows * 6, 1), targets = SampleData.Uniform(4, Rows * 3, 1);
        FitReport report = model.Fit(inputs, targets, new FitOptions { Epochs = 20, LearningRate = 0.01 });
        report.Epochs[^1].Task.ShouldBeLessThan(report.Epochs[0].Task);
        report.Epochs.ShouldAllBe(epoch => epoch.LoadBalance == 0);
        SignModel.Parameters.ShouldAllBe(tensor => tensor.Name.StartsWith("experts."));
        Should.Throw<InvalidOperationException>(() => model.FitGate(inputs, targets)).Message.ShouldContain("no parameters");
    }

    [Fact]
    public void Its_parameters_are_the_model_s()
    {
        CentreShape model = CentreShape.Create(5);
        TensorInfo tensor = CentreShape.Parameters.Single(tensor => tensor.Name == "gate.parameters");
        tensor.Shape.ShouldBe([CentreGating.ParameterCount]);
        tensor.Trained.ShouldBeTrue();
        float[] fresh = Centres(model);
        fresh.ShouldAllBe(value => Math.Abs(value) <= 1 / MathF.Sqrt(17));
        fresh.Distinct().Count().ShouldBeGreaterThan(60);

        using MemoryStream file = new();
        model.SetParameter("gate.parameters", SampleData.Uniform(9, CentreGating.ParameterCount, 1));
        model.Save(file);
        file.Position = 0;
        Centres(CentreShape.Load(file)).ShouldBe(Centres(model));
    }

    [Fact]
    public void The_gate_alone_can_be_trained()
    {
        CentreShape model = CentreShape.Create(5), before = CentreShape.Create(5);
        FitReport report = model.FitGate(SampleData.Uniform(3, Rows * 17, 1), SampleData.Uniform(4, Rows * 5, 1), new FitOptions { Epochs = 20, LearningRate = 0.02 });
        report.Epochs[^1].Total.ShouldBeLessThan(report.Epochs[0].Total);
        IEnumerable<string> changed = CentreShape.Parameters.Select(tensor => tensor.Name).Where(name => !Values(model, name).SequenceEqual(Values(before, name)));
        changed.ShouldBe(["gate.parameters"]);
    }

    [Fact]
    public void Statistics_see_its_shares()
    {
        RoutingStatistics statistics = CentreShape.Create(5).Observe(SampleData.Uniform(3, Rows * 17, 1));
        statistics.Rows.ShouldBe(Rows);
        statistics.RouterEntropy.ShouldBeInRange(0.01, Math.Log(4));
    }

    private static float[] Centres(CentreShape model) => Values(model, "gate.parameters");

    private static float[] Values(CentreShape model, string name)
    {
        float[] values = new float[CentreShape.Parameters.Single(tensor => tensor.Name == name).Shape.Aggregate(1, (product, size) => product * size)];
        model.GetParameter(name, values);
        return values;
    }
}
