using System;
using System.Linq;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Behaviour;

/// <summary>What becomes of assignments that find no room while predicting, against a plain account of it.</summary>
public class OverflowTests
{
    private const int Rows = 23;

    [Fact]
    public void A_row_passes_through_with_the_weight_of_its_expert()
    {
        IModel model = ModelFactory.Regressor<PassingThrough>().Create(1);
        float[] inputs = SampleData.Uniform(3, Rows * 6, 1), outputs = new float[Rows * 6];
        (int[] experts, float[] weights) = Route(model, inputs);
        (int[] free, float[] shares) = Unlimited(model, inputs);
        experts.ShouldBe(Limited(free, capacity: 7));
        experts.Count(expert => expert < 0).ShouldBeGreaterThan(0);
        weights.Zip(experts).Where(pair => pair.Second < 0).ShouldAllBe(pair => pair.First == 0);

        model.Predict(inputs, outputs, 2);
        PassingThrough typed = PassingThrough.Create(1);
        for (int row = 0; row < Rows; row++)
        {
            float[] input = inputs[(row * 6)..((row + 1) * 6)], said = new float[6], sum = new float[6];
            for (int slot = 0; slot < 2; slot++)
            {
                int expert = experts[(row * 2) + slot];
                if (expert >= 0)
                    typed.PredictExpert(expert, input, said);
                else
                    input.CopyTo(said, 0);
                for (int column = 0; column < 6; column++)
                    sum[column] += shares[(row * 2) + slot] * said[column];
            }
            outputs[(row * 6)..((row + 1) * 6)].Zip(sum).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-5f);
        }
        LossReport loss = model.ComputeGradients(inputs, inputs, out _);
        model.Evaluate(inputs, inputs).Loss.ShouldBe(loss.Task, 1e-6);
    }

    [Fact]
    public void The_next_best_expert_with_room_takes_what_is_left()
    {
        IModel model = ModelFactory.Regressor<NextBestModel>().Create(1);
        float[] inputs = SampleData.Uniform(3, Rows * 6, 1), outputs = new float[Rows * 3];
        (int[] experts, float[] weights) = Route(model, inputs);
        (int[] free, float[] shares) = Unlimited(model, inputs);
        experts.ShouldNotBe(free);
        weights.Zip(experts).Zip(shares).Where(pair => pair.First.Second >= 0).ShouldAllBe(pair => pair.First.First == pair.Second);
        // ceil(1 * 23 * 2 / 4) = 12 places each hold all 46 assignments, unless a row has both of the last two.
        experts.Where(expert => expert >= 0).GroupBy(expert => expert).ShouldAllBe(group => group.Count() <= 12);
        experts.Chunk(2).ShouldAllBe(row => row[0] != row[1] || row[0] < 0);
        model.Predict(inputs, outputs, 1);
        LossReport loss = model.ComputeGradients(inputs, outputs, out _);
        loss.Task.ShouldBe(0, 1e-9, "training and prediction move the same assignments on");
    }

    [Fact]
    public void A_row_that_is_not_finite_takes_no_room()
    {
        IModel model = ModelFactory.Regressor<PassingThrough>().Create(1);
        float[] inputs = SampleData.Uniform(3, Rows * 6, 1);
        float[] without = new float[Rows * 6], with = new float[(Rows + 1) * 6];
        model.Predict(inputs, without, 1);
        model.Predict([float.NaN, .. inputs[1..6], .. inputs], with, 1);
        with[..6].ShouldAllBe(value => float.IsNaN(value));
        with[6..].ShouldBe(without);
    }

    private static (int[] Experts, float[] Weights) Route(IModel model, float[] inputs)
    {
        int[] experts = new int[inputs.Length / 6 * 2];
        float[] weights = new float[experts.Length];
        model.Route(inputs, experts, weights);
        return (experts, weights);
    }

    // A row alone always finds room.
    private static (int[] Experts, float[] Weights) Unlimited(IModel model, float[] inputs)
    {
        (int[] Experts, float[] Weights)[] rows = [.. inputs.Chunk(6).Select(row => Route(model, row))];
        return ([.. rows.SelectMany(row => row.Experts)], [.. rows.SelectMany(row => row.Weights)]);
    }

    private static int[] Limited(int[] experts, int capacity)
    {
        int[] result = [.. experts], taken = new int[4];
        for (int slot = 0; slot < 2; slot++)
        {
            for (int assignment = slot; assignment < experts.Length; assignment += 2)
            {
                if (taken[experts[assignment]]++ >= capacity)
                    result[assignment] = -1;
            }
        }
        return result;
    }
}
