using System;
using System.Collections.Generic;
using System.Linq;
using MoE.Persistence;
using MoE.Tests.Bits;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Sequences;

/// <summary>Both mixers against their formulas in double, and against themselves, cut and shared out in every way.</summary>
public class MixerTests
{
    public static TheoryData<string> Cases => new(MixerCase.Names);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Outputs_are_the_formulas(string name)
    {
        MixerCase mixer = MixerCase.Of(name);
        float[] x = mixer.Inputs(150);
        ShouldBeClose(mixer.Block.Advance(x, 150), mixer.Expected(x, 1), 2e-5, "y");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gradients_are_the_slopes(string name)
    {
        const int Sequences = 2;
        MixerCase mixer = MixerCase.Of(name);
        float[] x = mixer.Inputs(Sequences * 53), dy = SampleData.Uniform(9, x.Length, 1);
        (float[] y, Dictionary<string, float[]> gradients, float[] padded) = mixer.Block.Train(x, _ => dy, Sequences);
        ShouldBeClose(y, mixer.Expected(x, Sequences), 2e-5, "y");
        foreach ((string tensor, float[] gradient) in gradients)
        {
            int[] elements = Sample(gradient.Length);
            ShouldBeClose([.. elements.Select(element => gradient[element])], [.. elements.Select(element => mixer.Slope(tensor, element, x, dy, Sequences))], 5e-5, tensor);
        }
        PaddingShouldBeZero(mixer.Block.Parameters.Layout, padded);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Cuts_and_threads_do_not_change_a_bit(string name)
    {
        MixerCase mixer = MixerCase.Of(name);
        float[] x = mixer.Inputs(300), expected = mixer.Block.Advance(x, 300);
        foreach ((int cut, int threads) in new[] { (1, 1), (2, 1), (3, 2), (7, 1), (48, 1), (49, 2), (64, 1), (130, 1), (300, 2), (300, 5) })
            mixer.Block.Advance(x, cut, threads).ShouldBeTheBits(expected, $"calls of {cut} rows on {threads} threads");
        float[] y = mixer.Block.Train(x, y => y, 1).Y;
        y.ShouldBeTheBits(expected, "training");
    }

    [Theory]
    [InlineData("mamba, usual")]
    [InlineData("mamba, odd sizes")]
    [InlineData("attention, grouped, biases")]
    [InlineData("attention, wide window, grouped")]
    public void A_thousand_steps_are_the_whole(string name)
    {
        MixerCase mixer = MixerCase.Of(name);
        float[] x = mixer.Inputs(1000);
        mixer.Block.Advance(x, 1).ShouldBeTheBits(mixer.Block.Advance(x, 1000, 2), "steps");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Threads_do_not_change_a_gradient(string name)
    {
        MixerCase mixer = MixerCase.Of(name);
        float[] x = mixer.Inputs(4 * 70), dy = SampleData.Uniform(9, x.Length, 1);
        (float[] y, Dictionary<string, float[]> gradients, _) = mixer.Block.Train(x, _ => dy, 4);
        foreach (int threads in new[] { 2, 5 })
        {
            (float[] other, Dictionary<string, float[]> others, _) = mixer.Block.Train(x, _ => dy, 4, threads);
            other.ShouldBeTheBits(y, "y");
            foreach (string tensor in gradients.Keys)
                others[tensor].ShouldBeTheBits(gradients[tensor], tensor);
        }
    }

    /// <summary>Nothing of the future: later rows may be anything.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Later_rows_do_not_count(string name)
    {
        MixerCase mixer = MixerCase.Of(name);
        float[] x = mixer.Inputs(90), expected = mixer.Block.Advance(x, 90);
        int kept = 71 * mixer.Block.Width;
        for (int index = kept; index < x.Length; index++) x[index] += 3;
        mixer.Block.Advance(x, 90)[..kept].ShouldBeTheBits(expected[..kept], "rows before");
    }

    [Fact]
    public void A_wrong_gradient_would_be_found()
    {
        MixerCase mixer = MixerCase.Of("mamba, odd sizes");
        float[] x = mixer.Inputs(20), dy = SampleData.Uniform(9, x.Length, 1);
        float[] gradient = mixer.Block.Train(x, _ => dy, 1).Gradients["A_log"];
        double[] slopes = [.. gradient.Select((_, element) => mixer.Slope("A_log", element, x, dy, 1))];
        Should.Throw<ShouldAssertException>(() => ShouldBeClose([.. gradient.Select(value => value * 1.001f)], slopes, 5e-5, "A_log"));
    }

    // All of a small tensor, some of a large one.
    private static int[] Sample(int length) => [.. Enumerable.Range(0, Math.Min(length, 24)).Select(index => (int)((long)index * length / Math.Min(length, 24)))];

    private static void PaddingShouldBeZero(ModelLayout layout, float[] padded)
    {
        foreach (TensorLayout tensor in layout.Tensors)
            for (int output = 0; output < tensor.Outputs; output++)
                for (int input = 0; input < tensor.Inputs; input++)
                    padded[tensor.Placement.IndexOf(output, input)] = 0;
        padded.ShouldAllBe(value => value == 0);
    }

    private static void ShouldBeClose(float[] actual, double[] expected, double tolerance, string what)
    {
        double scale = 1e-6 + Math.Sqrt(expected.Average(value => value * value));
        for (int index = 0; index < expected.Length; index++)
            Math.Abs(actual[index] - expected[index]).ShouldBeLessThan(tolerance * (Math.Abs(expected[index]) + scale), FormattableString.Invariant($"{what}, value {index}: {actual[index]}, not {expected[index]}"));
    }
}
