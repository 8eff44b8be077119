using System;
using System.Linq;
using MoE.Tests.Models;
using MoE.Training;
using Shouldly;
using Xunit;

namespace MoE.Tests.Training;

/// <summary>Noise and expert dropout: from the seed, whatever the threads, and in training alone.</summary>
public class RouterRandomnessTests
{
    private const int Rows = 40;

    [Fact]
    public void The_same_seed_gives_the_same_weights_on_any_number_of_threads()
    {
        float[] once = Fitted<Dropping>(seed: 3, threads: 1);
        Fitted<Dropping>(seed: 3, threads: 4).ShouldBe(once);
        Fitted<Dropping>(seed: 4, threads: 1).ShouldNotBe(once);
        Fitted<NoisyShape>(seed: 3, threads: 1).ShouldNotBe(Fitted<NoisyShape>(seed: 4, threads: 1));
    }

    [Fact]
    public void Predictions_and_gradients_have_neither()
    {
        IModel model = ModelFactory.Regressor<Dropping>().Create(1);
        float[] inputs = SampleData.Inputs(model, Rows), targets = SampleData.Targets(model, Rows);
        LossReport loss = model.ComputeGradients(inputs, targets, out _);
        model.ComputeGradients(inputs, targets, out _).ShouldBe(loss);
        model.Evaluate(inputs, targets).Loss.ShouldBe(loss.Task, 1e-6);
    }

    [Theory]
    [InlineData(8, 2, 0.5)]
    [InlineData(4, 4, 0.9)]
    [InlineData(5, 1, 0.99)]
    public void TopK_experts_always_stay(int experts, int topK, double rate)
    {
        int dropped = 0;
        for (ulong seed = 0; seed < 400; seed++)
        {
            bool[] excluded = ExpertDropout.Draw(experts, topK, rate, seed);
            excluded.Count(isOut => !isOut).ShouldBeGreaterThanOrEqualTo(topK);
            dropped += excluded.Count(isOut => isOut);
        }
        (dropped / 400.0).ShouldBe(Math.Min(rate * experts, experts - topK), 0.35);
    }

    [Fact]
    public void Normals_are_normal()
    {
        float[] normals = new float[100_001];
        RouterNormals.Draw(normals, 7);
        normals.Average().ShouldBe(0f, 0.02f);
        normals.Average(value => value * value).ShouldBe(1f, 0.02f);
        normals.Count(value => value > 1.959964f).ShouldBeInRange(2300, 2700);
    }

    [Fact]
    public void The_bias_of_sigmoid_scores_moves_by_its_rate_towards_balance()
    {
        IModel model = ModelFactory.Regressor<SigmoidAsItIs>().Create(1);
        float[] inputs = SampleData.Inputs(model, Rows);
        int[] experts = new int[Rows * 2];
        model.Route(inputs, experts, new float[Rows * 2]);
        model.Fit(inputs, SampleData.Targets(model, Rows), new FitOptions { Epochs = 1, BatchSize = Rows, Shuffle = false });
        float[] expected = [.. Enumerable.Range(0, 5).Select(expert => 0.1f * Math.Sign((Rows * 2) - (5 * experts.Count(chosen => chosen == expert))))];
        model.Get("gate.e_score_correction_bias").ShouldBe(expected);
    }

    private static float[] Fitted<T>(ulong seed, int threads)
        where T : IRegressor<T>
    {
        IModel model = ModelFactory.Regressor<T>().Create(1);
        model.Fit(SampleData.Inputs(model, Rows), SampleData.Targets(model, Rows), new FitOptions { Epochs = 2, BatchSize = 16, Shuffle = false, Seed = seed, Threads = threads });
        return [.. model.Parameters.SelectMany(tensor => model.Get(tensor.Name))];
    }
}
