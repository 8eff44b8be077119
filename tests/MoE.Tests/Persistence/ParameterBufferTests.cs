using System;
using System.Linq;
using System.Runtime.CompilerServices;
using MoE.Persistence;
using Shouldly;
using Xunit;

namespace MoE.Tests.Persistence;

public class ParameterBufferTests
{
    public static TheoryData<string> AllPlacements => [.. SampleLayouts.Placements.Keys];

    [Theory]
    [MemberData(nameof(AllPlacements))]
    public void What_is_set_is_got_and_lies_where_the_placement_says(string placement)
    {
        foreach ((int outputs, int inputs) in new[] { (1, 1), (1, 7), (3, 1), (17, 63), (32, 16), (33, 257), (65, 5), (100, 31) })
        {
            ModelLayout layout = SampleLayouts.Single(placement, outputs, inputs);
            TensorLayout tensor = layout.Tensors[0];
            ParameterBuffer buffer = new(layout);
            float[] values = [.. Enumerable.Range(1, outputs * inputs).Select(i => (float)i)];
            buffer.Set(tensor.Name, values);

            float[] got = new float[values.Length];
            buffer.Get(tensor.Name, got);
            got.ShouldBe(values);
            float[] expected = new float[layout.Floats];
            for (int o = 0; o < outputs; o++)
                for (int i = 0; i < inputs; i++) expected[tensor.Placement.IndexOf(o, i)] = values[o * inputs + i];
            buffer.Floats.SequenceEqual(expected).ShouldBeTrue($"{placement} {outputs} x {inputs}");
        }
    }

    [Theory]
    [MemberData(nameof(AllPlacements))]
    public void Any_range_of_elements_goes_to_the_same_places(string placement)
    {
        ModelLayout layout = SampleLayouts.Single(placement, 35, 19);
        TensorLayout tensor = layout.Tensors[0];
        float[] values = [.. Enumerable.Range(1, tensor.Elements).Select(i => (float)i)];
        ParameterBuffer whole = new(layout);
        whole.Set(tensor.Name, values);
        foreach (int step in new[] { 1, 2, 18, 19, 20, 57, 400 })
        {
            ParameterBuffer parts = new(layout);
            float[] got = new float[values.Length];
            for (int first = 0; first < values.Length; first += step)
            {
                int count = Math.Min(step, values.Length - first);
                TensorPacking.Pack(tensor, first, values.AsSpan(first, count), parts.Floats);
                TensorPacking.Unpack(tensor, first, whole.Floats, got.AsSpan(first, count));
            }
            parts.Floats.SequenceEqual(whole.Floats).ShouldBeTrue();
            got.ShouldBe(values);
        }
    }

    [Fact]
    public void The_origin_lies_on_a_cache_line()
    {
        for (int i = 0; i < 20; i++) (Address(new ParameterBuffer(SampleLayouts.Single("rows", i + 1, 3))) % 64).ShouldBe(0);
    }

    [Fact]
    public void Fresh_values_do_not_depend_on_the_placement()
    {
        float[][] values = [.. SampleLayouts.Placements.Keys.Select(placement =>
        {
            ParameterBuffer buffer = new(SampleLayouts.Single(placement, 33, 40));
            buffer.Initialize(7);
            float[] got = new float[33 * 40];
            buffer.Get("weight", got);
            return got;
        })];
        values.ShouldAllBe(got => got.SequenceEqual(values[0]));
    }

    [Fact]
    public void Fresh_values_are_those_of_a_torch_linear_layer()
    {
        ParameterBuffer buffer = new(SampleLayouts.Single("panels", 200, 100));
        buffer.Initialize(1);
        float[] got = new float[200 * 100];
        buffer.Get("weight", got);
        got.Max(Math.Abs).ShouldBeInRange(0.0999f, 0.1f);
        got.Average(value => (double)value).ShouldBe(0, 0.002);
        // The variance of a uniform variable on [-b, b) is b^2 / 3.
        got.Average(value => (double)value * value).ShouldBe(0.01 / 3, 0.0001);
    }

    [Fact]
    public void A_fresh_mixture_is_the_same_on_every_machine()
    {
        ParameterBuffer buffer = new(SampleLayouts.Mlp());
        buffer.Initialize(42);
        ParameterBuffer again = new(SampleLayouts.Mlp());
        again.Initialize(42);
        again.Floats.SequenceEqual(buffer.Floats).ShouldBeTrue();
        float[] temperature = new float[1];
        buffer.Get("temperature", temperature);
        temperature.ShouldBe([1f]);
        float[] gate = new float[12];
        buffer.Get("gate.weight", gate);
        Numerics.Xoshiro256 random = Numerics.Xoshiro256.ForStream(42, 0);
        gate.ShouldBe([.. Enumerable.Range(0, 12).Select(_ => (float)((random.Next() >> 40) / (double)(1 << 23) - 1) * 0.5f)]);
    }

    [Fact]
    public void Initialize_and_set_leave_the_padding_zero()
    {
        ModelLayout layout = SampleLayouts.Single("panels", 33, 5);
        ParameterBuffer buffer = new(layout);
        buffer.Initialize(3);
        int nonZero = 0;
        foreach (float value in buffer.Floats) nonZero += value == 0 ? 0 : 1;
        nonZero.ShouldBeLessThanOrEqualTo(33 * 5);
        layout.Floats.ShouldBeGreaterThan(33 * 5);
    }

    [Fact]
    public void An_unknown_name_lists_near_ones_and_changes_nothing()
    {
        ParameterBuffer buffer = new(SampleLayouts.Mlp());
        ArgumentException thrown = Should.Throw<ArgumentException>(() => buffer.Set("gate.wieght", new float[12]));
        thrown.Message.ShouldContain("'gate.wieght'");
        thrown.Message.ShouldContain("'gate.weight'");
        buffer.Floats.ContainsAnyExcept(0f).ShouldBeFalse();
    }

    [Fact]
    public void A_wrong_length_names_both_and_changes_nothing()
    {
        ParameterBuffer buffer = new(SampleLayouts.Mlp());
        float[] ones = new float[11];
        Array.Fill(ones, 1f);
        ArgumentException thrown = Should.Throw<ArgumentException>(() => buffer.Set("gate.weight", ones));
        thrown.Message.ShouldContain("'gate.weight' has 12 elements ([3, 4], row-major); 11 came");
        buffer.Floats.ContainsAnyExcept(0f).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => buffer.Get("gate.weight", ones)).Message.ShouldContain("11 came");
    }

    [Fact]
    public void Copies_and_clears()
    {
        ModelLayout layout = SampleLayouts.Mlp();
        ParameterBuffer from = new(layout), to = new(layout);
        from.Initialize(5);
        to.CopyFrom(from);
        to.Floats.SequenceEqual(from.Floats).ShouldBeTrue();
        to.Clear();
        to.Floats.ContainsAnyExcept(0f).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => to.CopyFrom(new ParameterBuffer(SampleLayouts.Mlp())));
    }

    private static unsafe nint Address(ParameterBuffer buffer) => (nint)Unsafe.AsPointer(ref buffer.Origin);
}
