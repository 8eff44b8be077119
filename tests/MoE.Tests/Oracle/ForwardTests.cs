using System;
using System.Linq;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Oracle;

/// <summary>What the emitted kernels compute, against the definition in double.</summary>
public class ForwardTests
{
    private const int Rows = 37;

    [Theory]
    [MemberData(nameof(Shapes.Names), MemberType = typeof(Shapes))]
    public void Predict_and_Route_are_the_definition_s(string shape)
    {
        IModel model = Shapes.Create(shape);
        float[] inputs = SampleData.Inputs(model, Rows);
        Compare(model, new Mixture(model), inputs).ShouldBeGreaterThan(Rows / 2, "rows whose routing does not hang on a rounding error");
    }

    [Fact]
    public void A_wrong_weight_would_be_found()
    {
        IModel model = Shapes.Create(nameof(TwoKinds));
        Mixture mixture = new(model);
        mixture.Parameters["experts.1.w3.weight"][20] += 0.01;
        Should.Throw<ShouldAssertException>(() => Compare(model, mixture, SampleData.Inputs(model, Rows)));
    }

    private static int Compare(IModel model, Mixture mixture, float[] inputs)
    {
        float[] outputs = new float[Rows * model.Outputs];
        int[] experts = new int[Rows * model.TopK];
        float[] weights = new float[Rows * model.TopK];
        model.Predict(inputs, outputs, 1);
        model.Route(inputs, experts, weights);
        int compared = 0;
        for (int row = 0; row < Rows; row++)
        {
            double[] input = [.. inputs.Skip(row * model.Inputs).Take(model.Inputs).Select(value => (double)value)];
            (int[] chosen, double[] shares, _, double margin) = mixture.Route(input);
            if (margin < 1e-4)
                continue;
            compared++;
            experts.AsSpan(row * model.TopK, model.TopK).ToArray().ShouldBe(chosen);
            ShouldBeClose(weights.AsSpan(row * model.TopK, model.TopK).ToArray(), shares, row);
            ShouldBeClose(outputs.AsSpan(row * model.Outputs, model.Outputs).ToArray(), mixture.Predict(input), row);
        }

        return compared;
    }

    private static void ShouldBeClose(float[] actual, double[] expected, int row)
    {
        double scale = expected.Max(Math.Abs);
        for (int column = 0; column < expected.Length; column++)
            Math.Abs(actual[column] - expected[column]).ShouldBeLessThan(2e-5 * (scale + 0.1), $"row {row}, column {column}");
    }
}
