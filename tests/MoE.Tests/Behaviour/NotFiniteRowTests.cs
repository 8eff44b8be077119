using System;
using System.Linq;
using MoE.Tests.Bits;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Behaviour;

/// <summary>A row with NaN or infinity spoils itself and no other.</summary>
public class NotFiniteRowTests
{
    private const int Rows = 70;
    private static readonly int[] _bad = [0, 33, 48, 69];

    public static TheoryData<string, float> Cases
    {
        get
        {
            TheoryData<string, float> cases = [];
            foreach (string shape in Shapes.All.Select(shape => shape.Name))
            {
                foreach (float value in new[] { float.NaN, float.PositiveInfinity, float.NegativeInfinity })
                    cases.Add(shape, value);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Its_outputs_are_NaN_and_all_others_keep_their_bits(string shape, float value)
    {
        IModel model = Shapes.Create(shape);
        float[] good = SampleData.Inputs(model, Rows), bad = Spoil(model, good, value);
        float[] expected = new float[Rows * model.Outputs], actual = new float[expected.Length];
        model.Predict(good, expected, 1);
        foreach (int row in _bad)
            expected.AsSpan(row * model.Outputs, model.Outputs).Fill(float.NaN);
        foreach (int threads in new[] { 1, 2 })
        {
            model.Predict(bad, actual, threads);
            actual.ShouldBeTheBits(expected, shape);
        }

        float[] alone = new float[model.Outputs];
        model.Predict(bad.AsSpan(0, model.Inputs), alone, 1);
        alone.ShouldAllBe(output => float.IsNaN(output));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Its_experts_are_the_first_with_NaN_weights(string shape, float value)
    {
        IModel model = Shapes.Create(shape);
        float[] inputs = SampleData.Inputs(model, Rows);
        int[] expected = new int[Rows * model.TopK], experts = new int[Rows * model.TopK];
        float[] expectedWeights = new float[expected.Length], weights = new float[expected.Length];
        model.Route(inputs, expected, expectedWeights);
        model.Route(Spoil(model, inputs, value), experts, weights);
        foreach (int row in _bad)
        {
            for (int slot = 0; slot < model.TopK; slot++)
            {
                expected[(row * model.TopK) + slot] = slot;
                expectedWeights[(row * model.TopK) + slot] = float.NaN;
            }
        }

        experts.ShouldBe(expected);
        weights.ShouldBeTheBits(expectedWeights, shape);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void Its_class_is_the_first(float value)
    {
        TintClassifier model = TintClassifier.Create(1);
        float[] rows = SampleData.Uniform(1, 3 * 63, 2f);
        Tint[] expected = new Tint[3], labels = new Tint[3];
        model.Classify(rows, expected);
        rows[70] = value;
        expected[1] = Tint.Cyan;
        model.Classify(rows, labels);
        labels.ShouldBe(expected);
        model.Classify(rows.AsSpan(63, 63)).ShouldBe(Tint.Cyan);
        float[] probabilities = new float[15];
        model.PredictProbabilities(rows, probabilities);
        probabilities[5..10].ShouldAllBe(probability => float.IsNaN(probability));
        probabilities[..5].Sum().ShouldBe(1f, 1e-6f);
        probabilities[10..].Sum().ShouldBe(1f, 1e-6f);
    }

    [Fact]
    public void One_expert_alone_gives_NaN_for_it_too()
    {
        TwoKinds model = TwoKinds.Create(1);
        float[] rows = SampleData.Uniform(1, 3 * 17, 2f), outputs = new float[9];
        rows[20] = float.NaN;
        for (int expert = 0; expert < TwoKinds.ExpertCount; expert++)
        {
            model.PredictExpert(expert, rows, outputs);
            outputs.Select(float.IsNaN).ShouldBe([false, false, false, true, true, true, false, false, false]);
        }
    }

    private static float[] Spoil(IModel model, float[] inputs, float value)
    {
        float[] spoiled = [.. inputs];
        foreach (int row in _bad)
            spoiled[(row * model.Inputs) + (row % model.Inputs)] = value;
        return spoiled;
    }
}
