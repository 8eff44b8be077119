using System;
using System.Linq;
using MoE.Numerics;
using Shouldly;
using Xunit;

namespace MoE.Tests;

public class AdamWTests
{
    private const int Steps = 20;

    public static TheoryData<int> Widths => new(Rows.Widths);

    [Theory]
    [MemberData(nameof(Widths))]
    public void Steps_are_those_of_PyTorch(int width)
    {
        float[] parameters = Rows.Random(0, 1, width);
        double[] p = parameters.Select(value => (double)value).ToArray(), m = new double[p.Length], v = new double[p.Length];
        Run run = new(parameters, width);
        float[] actual = run.OnThisMachine();
        for (int t = 1; t <= Steps; t++)
        {
            float[] gradients = Rows.Random(t, 1, width);
            for (int i = 0; i < width; i++)
            {
                // torch.optim.AdamW, single tensor form.
                p[i] *= 1 - 0.01 * 0.1;
                m[i] = 0.9 * m[i] + 0.1 * gradients[i];
                v[i] = 0.999 * v[i] + 0.001 * gradients[i] * gradients[i];
                double denominator = Math.Sqrt(v[i]) / Math.Sqrt(1 - Math.Pow(0.999, t)) + 1e-8;
                p[i] -= 0.01 / (1 - Math.Pow(0.9, t)) * m[i] / denominator;
            }
        }

        Rows.ShouldBeClose(actual, width, (_, column) => p[column], 1e-6);
        Rows.PaddingShouldBeZero(actual, width);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Every_width_gives_the_same_bits(int width) => Legs.ShouldAgree(new Run(Rows.Random(0, 1, width), width));

    [Fact]
    public void The_first_step_is_as_long_as_the_learning_rate()
    {
        float[] p = new float[16], g = new float[16], m = new float[16], v = new float[16];
        (g[0], g[1]) = (1e-3f, -1e3f);
        AdamW.Step(p, g, m, v, new AdamWStep(0.5, 0.01, 0.9, 0.999, 1e-12, 1));
        p[0].ShouldBe(-0.5f, 1e-6f);
        p[1].ShouldBe(0.5f, 1e-6f);
        p[2..].ShouldAllBe(value => value == 0f);
    }

    [Fact]
    public void Buffers_that_do_not_fit_are_refused_and_left_alone()
    {
        AdamWStep step = new(0.5, 0.01, 0.9, 0.999, 1e-8, 1);
        float[] p = Enumerable.Repeat(1f, 16).ToArray();
        Should.Throw<ArgumentException>(() => AdamW.Step(p, new float[32], new float[16], new float[16], step)).Message.ShouldContain("32 gradients");
        Should.Throw<ArgumentException>(() => AdamW.Step(new float[15], new float[15], new float[15], new float[15], step)).Message.ShouldContain("multiple of 16");
        p.ShouldAllBe(value => value == 1f);
        Should.Throw<ArgumentOutOfRangeException>(() => new AdamWStep(0.5, 0.01, 0.9, 0.999, 1e-8, 0));
    }

    private sealed class Run(float[] parameters, int width) : ILaneCase<float[]>
    {
        private delegate void Step(Span<float> p, ReadOnlySpan<float> g, Span<float> m, Span<float> v, in AdamWStep step);

        public float[] OnThisMachine() => All(AdamW.Step);

        float[] ILaneCase<float[]>.Run<TLanes>() => All(AdamW.Step<TLanes>);

        private float[] All(Step step)
        {
            float[] p = parameters.ToArray(), m = new float[p.Length], v = new float[p.Length];
            for (int t = 1; t <= Steps; t++)
                step(p, Rows.Random(t, 1, width), m, v, new AdamWStep(0.01, 0.1, 0.9, 0.999, 1e-8, t));
            return p;
        }
    }
}
