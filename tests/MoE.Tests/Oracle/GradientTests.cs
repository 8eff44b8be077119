using System;
using System.Collections.Generic;
using System.Linq;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Oracle;

/// <summary>Gradients against central differences of the definition in double.</summary>
public class GradientTests
{
    private const int Rows = 19;
    private const int ElementsOfEach = 5;

    [Theory]
    [MemberData(nameof(Shapes.Names), MemberType = typeof(Shapes))]
    public void Gradients_are_the_slopes_of_the_loss(string shape)
    {
        IModel model = Shapes.Create(shape);
        Compare(model, new Mixture(model));
    }

    [Fact]
    public void A_wrong_gradient_would_be_found()
    {
        IModel model = Shapes.Create(nameof(TwoKinds));
        Mixture mixture = new(model);
        mixture.Parameters["temperature"][0] *= 1.01;
        Should.Throw<ShouldAssertException>(() => Compare(model, mixture));
    }

    private static void Compare(IModel model, Mixture mixture)
    {
        float[] inputs = SampleData.Inputs(model, Rows), targets = SampleData.Targets(model, Rows);
        double[][] rows = Split(inputs), goals = Split(targets);
        LossReport loss = model.ComputeGradients(inputs, targets, out Dictionary<string, float[]> gradients);
        double expectedLoss = mixture.Loss(rows, goals);
        Math.Abs(loss.Total - expectedLoss).ShouldBeLessThan(1e-5 * (1 + expectedLoss));

        foreach ((string name, float[] gradient) in gradients)
        {
            if (!model.Parameters.Single(tensor => tensor.Name == name).Trained)
            {
                gradient.ShouldAllBe(value => value == 0, name);
                continue;
            }

            double scale = gradient.Max(Math.Abs);
            Random random = new(7);
            for (int sample = 0; sample < Math.Min(ElementsOfEach, gradient.Length); sample++)
            {
                int element = random.Next(gradient.Length);
                double slope = Slope(mixture, name, element, rows, goals);
                Math.Abs(gradient[element] - slope).ShouldBeLessThan((2e-4 * (scale + Math.Abs(slope))) + 1e-7, $"{name}[{element}]: {gradient[element]} and {slope}");
            }
        }
    }

    private static double Slope(Mixture mixture, string name, int element, double[][] rows, double[][] targets)
    {
        const double Step = 1e-6;
        ref double value = ref mixture.Parameters[name][element];
        double kept = value;
        value = kept + Step;
        double above = mixture.Loss(rows, targets);
        value = kept - Step;
        double below = mixture.Loss(rows, targets);
        value = kept;
        return (above - below) / (2 * Step);
    }

    private static double[][] Split(float[] values) =>
        [.. values.Select(value => (double)value).Chunk(values.Length / Rows)];
}
