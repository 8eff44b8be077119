using System;
using System.Linq;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Oracle;

/// <summary>What each weight format computes, against the definition in double with the weights that it holds.</summary>
public class WeightFormatTests
{
    private const int Rows = 37;

    // Of the root of the mean square. An input is rounded by up to half of a 127th of its block's largest, so by half a percent of the inputs' own in the mean; two
    // layers and a norm add up to less than two.
    private const double OfQuantizedInputs = 0.015;
    private const double OfFloats = 2e-6;

    [Theory]
    [MemberData(nameof(FormatShapes.Names), MemberType = typeof(FormatShapes))]
    public void Predict_is_the_definition_s(string name)
    {
        IModel model = FormatShapes.Of(name).Create(3);
        Compare(model, new Mixture(model), FormatShapes.Of(name).Format).ShouldBeGreaterThan(Rows / 2);
    }

    [Theory]
    [MemberData(nameof(FormatShapes.Names), MemberType = typeof(FormatShapes))]
    public void A_wrong_weight_would_be_found(string name)
    {
        IModel model = FormatShapes.Of(name).Create(3);
        Mixture mixture = new(model);
        string weight = model.Parameters.Last(tensor => tensor.Shape.Length == 2 && tensor.Name.StartsWith("experts.0", StringComparison.Ordinal)).Name;
        Array.Fill(mixture.Parameters[weight], 0.3, 0, model.Get(weight).Length / 2);
        Should.Throw<ShouldAssertException>(() => Compare(model, mixture, FormatShapes.Of(name).Format));
    }

    private static int Compare(IModel model, Mixture mixture, WeightFormat format)
    {
        float[] inputs = SampleData.Inputs(model, Rows), outputs = new float[Rows * model.Outputs];
        model.Predict(inputs, outputs, 1);
        double tolerance = format == WeightFormat.BFloat16 ? OfFloats : OfQuantizedInputs;
        int compared = 0;
        double errors = 0, squares = 0;
        for (int row = 0; row < Rows; row++)
        {
            double[] input = [.. inputs.Skip(row * model.Inputs).Take(model.Inputs).Select(value => (double)value)];
            if (mixture.Route(input).Margin < 1e-4)
                continue;
            compared++;
            double[] expected = mixture.Predict(input);
            for (int column = 0; column < expected.Length; column++)
            {
                double error = outputs[(row * model.Outputs) + column] - expected[column];
                errors += error * error;
                squares += expected[column] * expected[column];
            }
        }
        Math.Sqrt(errors / squares).ShouldBeLessThan(tolerance);
        return compared;
    }
}
