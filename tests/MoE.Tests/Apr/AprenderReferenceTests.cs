using System;
using System.Linq;
using MoE.Persistence.Apr;
using Shouldly;
using Xunit;

namespace MoE.Tests.Apr;

/// <summary>The reference against numbers of aprender's own tests and pull requests.</summary>
public class AprenderReferenceTests
{
    [Theory]
    [InlineData(1, 0.177960, 0.303713, 0.518327)]
    [InlineData(0.1f, 0.0000227, 0.0047481, 0.9952292)]
    [InlineData(10, 0.315683, 0.333016, 0.351301)]
    public void Gate(float temperature, double first, double second, double third)
    {
        AprGating gate = AprenderGate.New(4, 3, temperature);
        AprenderReference<float>.Forward(gate, [1, 2, 3, 4]).Select(value => (double)value).ShouldBe([first, second, third], 1e-6);
        AprenderReference<double>.Forward(gate, [1, 2, 3, 4]).ShouldBe([first, second, third], 1e-6);
    }

    [Fact]
    public void The_gate_of_worked_example_B_to_the_bit() =>
        AprDescription.Of(AprSamples.Linear with { Gating = AprenderGate.New(1, 2) }).ShouldBe(AprDescription.Of(AprSamples.Linear));

    [Fact]
    public void Load_balance()
    {
        Loss(0.01f, 1, [3, 1, 1], [-3, -1, -1], [2, 2, 2], [-4, -1, -1]).ShouldBe(0.0104200, 1e-7);
        Loss(0.02f, 2, [4, 1, 1], [-4, -1, -1], [3, 2, 1], [-3, -2, -1], [5, 1, 1]).ShouldBe(0.0202861, 1e-7);
        Loss(0.05f, 4, [0, 0, 0]).ShouldBe(0.05, 1e-8);
        // What it was before aprender's PR #2162.
        Loss(0.01f, 1, [3, 1, 1], [-3, -1, -1], [2, 2, 2], [-4, -1, -1]).ShouldBeGreaterThan(0.0073676 + 1e-4);
    }

    [Fact]
    public void The_gate_only_ever_prefers_the_first_or_the_last_expert()
    {
        AprMixture mixture = Constants(AprenderGate.New(3, 8), 1, [.. Enumerable.Range(0, 8).Select(i => (float)i)]);
        AprenderReference<float>.Predict(mixture, [1, 2, -1]).ShouldBe(7);
        AprenderReference<float>.Predict(mixture, [1, -2, -1]).ShouldBe(0);
    }

    [Fact]
    public void Weights_are_taken_of_all_then_chosen_then_renormalised()
    {
        AprMixture mixture = Constants(AprenderGate.New(4, 3), 2, 10, 20, 40);
        double expected = (0.518327 * 40 + 0.303713 * 20) / (0.518327 + 0.303713);
        AprenderReference<double>.Predict(mixture, [1, 2, 3, 4]).ShouldBe(expected, 1e-4);
        ((double)AprenderReference<float>.Predict(mixture, [1, 2, 3, 4])).ShouldBe(expected, 1e-4);
    }

    [Fact]
    public void Ties_go_to_the_lower_expert()
    {
        AprMixture mixture = Constants(AprenderGate.New(2, 4), 2, 1, 2, 4, 8);
        AprenderReference<float>.Route(mixture, [0, 0]).ShouldBe([(0, 0.5f), (1, 0.5f)]);
        AprenderReference<float>.Predict(mixture, [0, 0]).ShouldBe(1.5f);
    }

    [Fact]
    public void More_than_all_experts_are_all_and_none_answer_0()
    {
        AprMixture mixture = Constants(AprenderGate.New(1, 2), 100, 2, 4);
        AprenderReference<float>.Predict(mixture, [0]).ShouldBe(3);
        AprenderReference<float>.Predict(mixture with { Config = mixture.Config with { TopK = 0 } }, [0]).ShouldBe(0);
    }

    [Fact]
    public void Each_expert()
    {
        float[] row = [2, -1];
        AprenderReference<double>.Predict(new AprLinearRegression([3, 5], 0.25f, true), row).ShouldBe(1.25);
        AprenderReference<double>.Predict(new AprRidge(1, [3, 5], 0.25f, true), row).ShouldBe(1.25);
        AprenderReference<double>.Predict(new AprLogisticRegression([1, 2], 0, 0.1f, 10, 1e-3f), row).ShouldBe(1);
        AprenderReference<double>.Predict(new AprLogisticRegression([1, 2], -0.1f, 0.1f, 10, 1e-3f), row).ShouldBe(0);
        Should.Throw<InvalidOperationException>(() => AprenderReference<double>.Predict(new AprRidge(1, null, 0, true), row));
    }

    [Theory]
    [InlineData(0f, 0.5f, 0, 1 / 8f)]
    [InlineData(-1.25f, 0.75f, 2, 2 / 8f)]
    [InlineData(-1f, 0.75f, 1, 1.5f / 8)]
    [InlineData(float.NaN, float.NaN, 1, 1.5f / 8)]
    public void Forests(float x0, float x1, float label, float mean)
    {
        // The second tree always answers 2: of two labels that have a vote each, the lower one counts.
        AprenderReference<float>.Predict(new ForestBytes(AprForestLayout.L2, true).Expected.Experts[0], [x0, x1]).ShouldBe(label);
        AprenderReference<float>.Predict(new ForestBytes(AprForestLayout.L2, false).Expected.Experts[0], [x0, x1]).ShouldBe(mean);
    }

    private static double Loss(float weight, ulong topK, params float[][] rows)
    {
        AprMixture mixture = Constants(AprenderGate.New(3, 4), topK, 0, 0, 0, 0);
        return AprenderReference<double>.LoadBalanceLoss(mixture with { Config = mixture.Config with { LoadBalanceWeight = weight } }, rows);
    }

    // Experts that answer the same whatever the row.
    private static AprMixture Constants(AprGating gate, ulong topK, params float[] answers) =>
        new([.. answers.Select(answer => new AprLinearRegression([], answer, true))], gate, new AprConfig(topK, 1, 0, 0.01f));
}
