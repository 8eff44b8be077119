using System;
using System.Linq;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Bits;

/// <summary>Law 1 in each weight format, within a process.</summary>
public class WeightFormatTests
{
    private const int Rows = 130;

    [Theory]
    [MemberData(nameof(FormatShapes.Names), MemberType = typeof(FormatShapes))]
    public void A_row_has_the_same_bits_in_any_batch_on_any_number_of_threads(string name)
    {
        IModel model = FormatShapes.Of(name).Create(3);
        float[] inputs = SampleData.Inputs(model, Rows);
        float[] together = Predict(model, inputs, 1);
        foreach (int rows in new[] { 1, 2, 3, 4, 5, 63, Rows })
        {
            for (int first = 0; first + rows <= Rows; first += 37)
            {
                foreach (int threads in new[] { 1, 2, 3 })
                {
                    Predict(model, inputs[(first * model.Inputs)..((first + rows) * model.Inputs)], threads)
                        .ShouldBeTheBits(together[(first * model.Outputs)..((first + rows) * model.Outputs)], $"{name}, {rows} rows from {first}, {threads} threads");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(FormatShapes.Halves), MemberType = typeof(FormatShapes))]
    public void BFloat16_gives_the_bits_of_float32_with_rounded_weights(string name)
    {
        IModel model = FormatShapes.Of(name).Create(3), wide = FormatShapes.Of(name).Wide.Create(3);
        float[] inputs = SampleData.Inputs(model, Rows);
        Predict(model, inputs, 1).ShouldNotBe(Predict(wide, inputs, 1), "weights that were not rounded");
        foreach (TensorInfo tensor in model.Parameters)
        {
            float[] rounded = [.. wide.Get(tensor.Name).Select(value => IsWeight(tensor) ? Nearest(value) : value)];
            model.Set(tensor.Name, wide.Get(tensor.Name));
            model.Get(tensor.Name).ShouldBeTheBits(rounded, tensor.Name);
            wide.Set(tensor.Name, rounded);
        }
        foreach (int rows in new[] { 1, 2, 5, 12, Rows })
            Predict(model, inputs[..(rows * model.Inputs)], 1).ShouldBeTheBits(Predict(wide, inputs[..(rows * model.Inputs)], 1), $"{name}, {rows} rows");
    }

    internal static bool IsWeight(TensorInfo tensor) =>
        tensor.Shape.Length == 2 && tensor.Name.EndsWith("weight", StringComparison.Ordinal) && !tensor.Name.Contains("gate", StringComparison.Ordinal);

    // Ties to even, by the definition: of the two neighbours the nearer.
    private static float Nearest(float value)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value) & 0xFFFF0000;
        float down = BitConverter.UInt32BitsToSingle(bits), up = BitConverter.UInt32BitsToSingle(bits + 0x10000);
        double toDown = Math.Abs((double)value - down), toUp = Math.Abs((double)up - value);
        return toDown < toUp || (toDown == toUp && (bits & 0x10000) == 0) ? down : up;
    }

    private static float[] Predict(IModel model, float[] inputs, int threads)
    {
        float[] outputs = new float[inputs.Length / model.Inputs * model.Outputs];
        model.Predict(inputs, outputs, threads);
        return outputs;
    }
}
