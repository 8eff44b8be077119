using System;
using System.Runtime.CompilerServices;
using MoE.Numerics;
using MoE.Sequences;
using Shouldly;
using Xunit;

namespace MoE.Tests.Sequences;

/// <summary>A scan worked out by hand: one channel, two states, two rows.</summary>
public class ScanExampleTests
{
    // silu of it is 1.
    private const float OpenGate = 1.2784645f;

    [Fact]
    public unsafe void States_and_outputs_are_those_worked_out()
    {
        MixerBlock block = MixerBlock.Mamba(1, 1, 2, 1, 1);
        MambaMixer mixer = (MambaMixer)block.Mixer;
        block.Parameters.Set("A_log", [0, MathF.Log(2)]);
        AlignedFloats inner = Rows([0, 0], [OpenGate, OpenGate]), u = Rows([1, -1]), selection = Rows([0, 0], [1, 0.2f], [0.5f, 1], [1, 0.5f], [1, -1]), delta = Rows([0, 1]), y = Rows([0, 0]);
        AlignedFloats decays = new(32), states = new(32), steps = new(32);
        for (int row = 0; row < 2; row++)
        {
            MambaRows rows = new(Address(block.Parameters.Floats), Row(inner), Row(u), Row(selection), Row(delta), Row(y), 1, 1);
            new ScanJob(mixer, rows, Address(decays.Span), Address(states.Span), null).Run(0, 0);
            (steps.Span[2 * row], steps.Span[(2 * row) + 1]) = (states.Span[0], states.Span[16]);

            float* Row(AlignedFloats memory) => Address(memory.Span) + (row * 16);
        }
        ShouldBe(steps.Span[..4].ToArray(), 0.693147f, 0.346574f, -0.076236f, -1.288194f);
        ShouldBe([y.Span[0], y.Span[16]], 2.039721f, 0.250076f);
    }

    private static void ShouldBe(float[] actual, params float[] expected)
    {
        for (int index = 0; index < expected.Length; index++)
            actual[index].ShouldBe(expected[index], 1.5e-6f);
    }

    // Columns of two rows.
    private static AlignedFloats Rows(params float[][] columns)
    {
        AlignedFloats rows = new(5 * 16);
        for (int column = 0; column < columns.Length; column++)
            (rows.Span[column], rows.Span[16 + column]) = (columns[column][0], columns[column][1]);
        return rows;
    }

    private static unsafe float* Address(Span<float> floats) => (float*)Unsafe.AsPointer(ref floats[0]);
}
