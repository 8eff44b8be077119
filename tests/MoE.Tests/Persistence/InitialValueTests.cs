using System;
using System.Linq;
using MoE.Persistence;
using Shouldly;
using Xunit;

namespace MoE.Tests.Persistence;

public class InitialValueTests
{
    [Theory]
    [InlineData(3, 5)]
    [InlineData(70, 16)]
    public void A_channels_states_begin_with_their_numbers_logarithms(int channels, int states)
    {
        float[] values = Fresh([channels, states], InitialValue.StateLogarithms(states));
        for (int index = 0; index < values.Length; index++)
            values[index].ShouldBe((float)Math.Log((index % states) + 1), 1e-7f);
    }

    [Fact]
    public void Time_steps_lie_between_a_thousandth_and_a_tenth_with_even_logarithms()
    {
        float[] values = Fresh([4000], InitialValue.TimeSteps());
        double[] logarithms = [.. values.Select(value => Math.Log(NumericsReference.Softplus(value))).Order()];
        logarithms[0].ShouldBeGreaterThan(Math.Log(0.001) - 1e-5);
        logarithms[^1].ShouldBeLessThan(Math.Log(0.1) + 1e-5);
        for (int index = 0; index < logarithms.Length; index++)
            logarithms[index].ShouldBe(Math.Log(0.001) + (Math.Log(100) * index / logarithms.Length), 0.15);
    }

    [Fact]
    public void A_seed_gives_the_same_time_steps_on_every_machine()
    {
        int[] bits = [.. Fresh([3], InitialValue.TimeSteps()).Select(BitConverter.SingleToInt32Bits)];
        bits.ShouldBe([.. Fresh([3], InitialValue.TimeSteps()).Select(BitConverter.SingleToInt32Bits)]);
        Fresh([3], InitialValue.TimeSteps(), seed: 2).ShouldNotBe(Fresh([3], InitialValue.TimeSteps()));
    }

    private static float[] Fresh(int[] shape, InitialValue initial, ulong seed = 1)
    {
        int inputs = shape.Length > 1 ? shape[1] : 1, padded = (shape[0] + 15) / 16 * 16;
        ParameterBuffer buffer = new(new ModelLayout(padded * inputs, [new TensorLayout("t", [.. shape], new TensorPlacement(0, padded, padded, padded), initial)], [], "one tensor"));
        buffer.Initialize(seed);
        float[] values = new float[shape[0] * inputs];
        buffer.Get("t", values);
        return values;
    }
}
