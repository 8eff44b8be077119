using System;
using System.Runtime.Intrinsics.Arm;
using MoE.Tests.Bits;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Oracle;

/// <summary>A layer of codes has the bits of its definition.</summary>
public class QuantizedReferenceTests
{
    private const int Rows = 23;

    [Fact]
    public void Int8_has_the_bits_of_its_definition() => Compare(new FormatModel<BareInt8>(BareInt8.Create(5)), SampleData.Uniform(1, Rows * 77, 3));

    [Fact]
    public void Int4_has_the_bits_of_its_definition() => Compare(new FormatModel<BareInt4>(BareInt4.Create(5)), SampleData.Uniform(1, Rows * 77, 3));

    [Fact]
    public void Blocks_of_zeros_and_of_tiny_and_huge_values_too()
    {
        float[] inputs = SampleData.Uniform(1, Rows * 77, 3);
        inputs.AsSpan(0, 77).Clear();
        inputs.AsSpan(77, 40).Clear();
        for (int i = 154; i < 231; i++) inputs[i] *= 1e-33f;
        for (int i = 231; i < 308; i++) inputs[i] *= 1e33f;
        Compare(new FormatModel<BareInt8>(BareInt8.Create(5)), inputs);
        Compare(new FormatModel<BareInt4>(BareInt4.Create(5)), inputs);
    }

    [Fact]
    public void Another_code_would_be_found()
    {
        FormatModel<BareInt8> model = new(BareInt8.Create(5)), other = new(BareInt8.Create(5));
        float[] weights = other.Get("experts.1.0.weight");
        weights[^1] += 0.01f;
        other.Set("experts.1.0.weight", weights);
        Should.Throw<ShouldAssertException>(() => Compare(model, SampleData.Uniform(1, Rows * 77, 3), other.Save()));
    }

    private static void Compare(IFormatModel model, float[] inputs, byte[]? file = null)
    {
        QuantizedReference reference = new(file ?? model.Save(), "experts.1.0");
        bool fuses = InstructionSet.Current != "portable (Vector128)" || AdvSimd.IsSupported;
        float[] together = new float[Rows * 21], alone = new float[21];
        model.PredictExpert(1, inputs, together);
        for (int row = 0; row < Rows; row++)
        {
            float[] expected = reference.Run(inputs.AsSpan(row * 77, 77), fuses);
            model.PredictExpert(1, inputs.AsSpan(row * 77, 77), alone);
            alone.ShouldBeTheBits(expected, $"row {row} alone");
            together[(row * 21)..((row + 1) * 21)].ShouldBeTheBits(expected, $"row {row} of {Rows}");
        }
    }
}
