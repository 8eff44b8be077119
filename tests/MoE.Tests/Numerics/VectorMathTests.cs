using System;
using System.Collections.Generic;
using MoE.Numerics;
using Shouldly;
using Xunit;

namespace MoE.Tests;

public class VectorMathTests
{
    public static TheoryData<string> All => Legs.All;

    private static double Ulp => Legs.HasFma ? 1 : 1.1;

    [Theory]
    [MemberData(nameof(All))]
    public void Exp_is_within_an_ulp_over_the_whole_range(string leg) =>
        WorstUlp<ExpFunction>(leg, Sweep(x => x is > -87.3365f and < 88.7228f), Math.Exp).ShouldBeLessThan(Ulp);

    [Theory]
    [MemberData(nameof(All))]
    public void Log_is_within_an_ulp_for_every_normal_number(string leg) =>
        WorstUlp<LogFunction>(leg, Sweep(x => x >= 1.17549435e-38f && float.IsFinite(x)), Math.Log).ShouldBeLessThan(Ulp);

    [Theory]
    [MemberData(nameof(All))]
    public void Sigmoid_is_accurate_in_both_tails(string leg) =>
        WorstUlp<SigmoidActivation>(leg, Sweep(x => x is > -87f and < 100f), NumericsReference.Sigmoid).ShouldBeLessThan(2.5);

    [Theory]
    [MemberData(nameof(All))]
    public void Softplus_is_accurate_in_both_tails(string leg) =>
        WorstUlp<SoftplusFunction>(leg, Sweep(x => x is > -87f and < 1e30f), NumericsReference.Softplus).ShouldBeLessThan(2.5);

    [Theory]
    [MemberData(nameof(All))]
    public void Tanh_is_accurate_from_tiny_to_saturated(string leg) =>
        WorstUlp<TanhActivation>(leg, Sweep(x => Math.Abs(x) is > 1e-30f and < 1e30f), Math.Tanh).ShouldBeLessThan(6);

    [Theory]
    [MemberData(nameof(All))]
    public void Normal_distribution_is_accurate_into_the_left_tail(string leg)
    {
        WorstUlp<NormalFunction>(leg, Sweep(x => x is > -4f and < 20f), NumericsReference.Normal).ShouldBeLessThan(10);
        WorstUlp<NormalFunction>(leg, Sweep(x => x is > -13f and < -4f), NumericsReference.Normal).ShouldBeLessThan(100);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_coarser_polynomial_would_be_found(string leg) =>
        WorstUlp<ExpFunction>(leg, Sweep(x => x is > -1f and < 1f), x => Math.Exp(x) * (1 + 3e-7)).ShouldBeGreaterThan(2);

    [Theory]
    [MemberData(nameof(All))]
    public void Special_values(string leg)
    {
        float inf = float.PositiveInfinity, nan = float.NaN, lowBitNaN = BitConverter.UInt32BitsToSingle(0x7FC00001);
        Apply<ExpFunction>(leg, 0f, -0f, 88.73f, inf, -87.34f, -1e30f, -inf, nan, lowBitNaN, -nan)
            .ShouldBe([1f, 1f, inf, inf, 0f, 0f, 0f, nan, nan, nan]);
        Apply<LogFunction>(leg, 1f, 0f, -0f, 1e-40f, inf, -1f, -inf, nan)
            .ShouldBe([0f, -inf, -inf, -inf, inf, nan, nan, nan]);
        Apply<SigmoidActivation>(leg, 0f, inf, -inf, 1e30f, -1e30f, nan).ShouldBe([0.5f, 1f, 0f, 1f, 0f, nan]);
        Apply<SoftplusFunction>(leg, 0f, inf, -inf, 1e30f, -1e30f, nan).ShouldBe([0.693147182f, inf, 0f, 1e30f, 0f, nan]);
        Apply<TanhActivation>(leg, 0f, inf, -inf, 9.1f, -9.1f, nan).ShouldBe([0f, 1f, -1f, 1f, -1f, nan]);
        Apply<NormalFunction>(leg, 0f, inf, -inf, 1e30f, -1e30f, nan).ShouldBe([0.5f, 1f, 0f, 1f, 0f, nan]);
    }

    [Fact]
    public void Every_width_gives_the_same_bits()
    {
        float[] all = Sweep(_ => true);
        Legs.ShouldAgree(new ForwardCase<ExpFunction>(all, all.Length));
        Legs.ShouldAgree(new ForwardCase<LogFunction>(all, all.Length));
        Legs.ShouldAgree(new ForwardCase<TanhActivation>(all, all.Length));
        Legs.ShouldAgree(new ForwardCase<SigmoidActivation>(all, all.Length));
        Legs.ShouldAgree(new ForwardCase<NormalFunction>(all, all.Length));
        Legs.ShouldAgree(new ForwardCase<SoftplusFunction>(all, all.Length));
    }

    [Fact]
    public void Scalars_have_the_bits_of_lanes()
    {
        float[] x = Sweep(x => x is > 0.001f and < 80f);
        float[] exp = new ForwardCase<ExpFunction>(x, x.Length).Run<Lanes128>();
        float[] log = new ForwardCase<LogFunction>(x, x.Length).Run<Lanes128>();
        for (int i = 0; i < x.Length; i += 97)
        {
            ScalarMath.Exp(x[i]).ShouldBe(exp[i]);
            ScalarMath.Log(x[i]).ShouldBe(log[i]);
        }
    }

    /// <summary>Every 4001st float that the filter lets through, filled up to a multiple of 16.</summary>
    private static float[] Sweep(Func<float, bool> filter)
    {
        List<float> values = [];
        for (long bits = 0; bits <= uint.MaxValue; bits += 4001)
        {
            float x = BitConverter.UInt32BitsToSingle((uint)bits);
            if (filter(x))
                values.Add(x);
        }

        while (values.Count % 16 != 0)
            values.Add(values[^1]);
        return values.ToArray();
    }

    private static float[] Apply<TFunction>(string leg, params float[] x)
        where TFunction : struct, IActivation
    {
        float[] padded = new float[16];
        x.CopyTo(padded, 0);
        return Legs.Run(leg, new ForwardCase<TFunction>(padded, x.Length))[..x.Length];
    }

    /// <summary>The largest distance from the reference in units of its last place.</summary>
    private static double WorstUlp<TFunction>(string leg, float[] x, Func<double, double> reference)
        where TFunction : struct, IActivation
    {
        float[] y = Legs.Run(leg, new ForwardCase<TFunction>(x, x.Length));
        double worst = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double expected = reference(x[i]);
            double unit = MathF.BitIncrement(MathF.Abs((float)expected)) - (double)MathF.Abs((float)expected);
            worst = Math.Max(worst, Math.Abs(y[i] - expected) / unit);
        }

        return worst;
    }
}
