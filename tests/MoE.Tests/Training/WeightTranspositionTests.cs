using System;
using MoE.Persistence;
using MoE.Training;
using Shouldly;
using Xunit;

namespace MoE.Tests.Training;

/// <summary>Turned weights against the definition, element by element, in panels and rows, with sizes that leave something over.</summary>
public class WeightTranspositionTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 4)]
    [InlineData(4, 4)]
    [InlineData(17, 9)]
    [InlineData(33, 35)]
    [InlineData(64, 31)]
    [InlineData(7, 70)]
    public void Every_weight_is_where_it_belongs(int inputs, int outputs)
    {
        foreach (int fromPanel in new[] { 0, 16, 32 })
        {
            foreach (int toPanel in new[] { 0, 16, 32 })
            {
                (TensorPlacement from, int size) = Placed(inputs, outputs, fromPanel);
                (TensorPlacement to, int turnedSize) = Placed(outputs, inputs, toPanel);
                float[] weights = new float[size], turned = new float[turnedSize], expected = new float[turnedSize];
                Array.Fill(turned, float.NaN);
                for (int output = 0; output < outputs; output++)
                {
                    for (int input = 0; input < inputs; input++)
                    {
                        weights[from.IndexOf(output, input)] = 1 + input + (1000 * output);
                        expected[to.IndexOf(input, output)] = 1 + input + (1000 * output);
                    }
                }

                WeightTransposition.Run(ref weights[0], from, ref turned[0], to, turnedSize, outputs, inputs);
                turned.ShouldBe(expected, $"panels of {fromPanel} to {toPanel}");
            }
        }
    }

    private static (TensorPlacement Placement, int Floats) Placed(int inputs, int outputs, int panel)
    {
        int padded = (inputs + 15) / 16 * 16;
        return panel == 0
            ? (new TensorPlacement(16, 1, padded, 1), 16 + (outputs * padded))
            : (new TensorPlacement(16, panel, panel * inputs, panel), 16 + ((outputs + panel - 1) / panel * panel * inputs));
    }
}
