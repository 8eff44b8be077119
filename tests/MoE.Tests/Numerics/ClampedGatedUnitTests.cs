using System;
using MoE.Numerics;
using Shouldly;
using Xunit;

namespace MoE.Tests;

/// <summary>The gated unit with a limit, a scale and an offset, values beyond the limit included.</summary>
public class ClampedGatedUnitTests
{
    private const int RowCount = 3;
    private const float Limit = 2.5f, Alpha = 1.702f, UpOffset = 1f;

    public static TheoryData<int> Widths => new(Rows.Widths);

    [Theory]
    [InlineData(8f, 9f, 55.999625)]
    [InlineData(-2f, -9f, 0.386048)]
    public void Published_numbers(float gate, float up, double expected) =>
        Forward<SiLUActivation>(gate, up, 7f, Alpha, UpOffset).ShouldBe((float)expected, 1e-6 * expected);

    [Theory]
    [MemberData(nameof(Widths))]
    public void Both_ways_are_the_formula(int width)
    {
        Compare<SiLUActivation>(Activation.SiLU, width, Limit, Alpha, UpOffset);
        Compare<GeluActivation>(Activation.Gelu, width, float.PositiveInfinity, 0.5f, -0.25f);
        Compare<TanhActivation>(Activation.Tanh, width, 0.5f, 3f, 0f);
        Compare<SigmoidActivation>(Activation.Sigmoid, width, 1f, 1f, 2f);
        Compare<ReLUActivation>(Activation.ReLU, width, Limit, 7f, UpOffset);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Without_limit_scale_and_offset_it_is_the_plain_unit_s_bits(int width)
    {
        int stride = Rows.Stride(width);
        float[] gateUp = GateUp(width), h = new float[RowCount * stride], plain = new float[h.Length];
        ClampedGatedUnit.Forward<GeluTanhActivation>(ref gateUp[0], ref h[0], RowCount, width, 2 * stride, stride, float.PositiveInfinity, 1f, 0f);
        GatedUnit.Forward<GeluTanhActivation>(ref gateUp[0], ref plain[0], RowCount, width, 2 * stride, stride);
        Legs.Bits(h).ShouldBe(Legs.Bits(plain));
    }

    [Fact]
    public void At_the_limit_gradients_pass_and_beyond_they_are_zero()
    {
        float above = MathF.BitIncrement(2f);
        Backward(2f, 2f).ShouldBe((3f, 2f));
        Backward(above, 2f).ShouldBe((0f, 2f));
        Backward(2f, above).ShouldBe((3f, 0f));
        Backward(2f, -2f).ShouldBe((-1f, 2f));
        Backward(2f, -above).ShouldBe((-1f, 0f));
        Backward(-9f, 0f).ShouldBe((1f, -9f), "a gate is unlimited below");
    }

    [Fact]
    public void A_NaN_stays_one()
    {
        Forward<SiLUActivation>(float.NaN, 1f, Limit, Alpha, UpOffset).ShouldBe(float.NaN);
        Forward<SiLUActivation>(1f, float.NaN, Limit, Alpha, UpOffset).ShouldBe(float.NaN);
        Forward<SiLUActivation>(float.PositiveInfinity, 1f, Limit, Alpha, UpOffset)
            .ShouldBe(Forward<SiLUActivation>(Limit, 1f, Limit, Alpha, UpOffset));
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Every_width_gives_the_same_bits(int width) => Legs.ShouldAgree(new BothWays(width));

    private static void Compare<TActivation>(Activation activation, int width, float limit, float alpha, float upOffset)
        where TActivation : struct, IActivation
    {
        int stride = Rows.Stride(width);
        float[] gate = Rows.Random(1, RowCount, width, 5f), up = Rows.Random(2, RowCount, width, 5f), dh = Rows.Random(3, RowCount, width, 1f);
        float[] gateUp = GateUp(width), h = new float[RowCount * stride], gradients = new float[gateUp.Length];
        ClampedGatedUnit.Forward<TActivation>(ref gateUp[0], ref h[0], RowCount, width, 2 * stride, stride, limit, alpha, upOffset);
        ClampedGatedUnit.Backward<TActivation>(ref gateUp[0], ref dh[0], ref gradients[0], RowCount, width, 2 * stride, stride, limit, alpha, upOffset);
        Rows.ShouldBeClose(h, width, (row, column) => Expected((row * stride) + column, 0, 0), 2e-6);
        Rows.PaddingShouldBeZero(h, width);

        (float[] dGate, float[] dUp) = Rows.Split(gradients);
        Rows.ShouldBeClose(dGate, width, (row, column) => Slope((row * stride) + column, 1e-6, 0), 1e-5);
        Rows.ShouldBeClose(dUp, width, (row, column) => Slope((row * stride) + column, 0, 1e-6), 1e-5);
        Rows.PaddingShouldBeZero(dGate, width);
        Rows.PaddingShouldBeZero(dUp, width);

        // By a central difference; no random value lies so near a limit.
        double Slope(int at, double gateStep, double upStep) => dh[at] * (Expected(at, gateStep, upStep) - Expected(at, -gateStep, -upStep)) / 2e-6;

        double Expected(int at, double gateStep, double upStep) =>
            NumericsReference.Gated(activation, gate[at] + gateStep, up[at] + upStep, limit, alpha, upOffset);
    }

    private static float[] GateUp(int width) => Rows.Interleave(Rows.Random(1, RowCount, width, 5f), Rows.Random(2, RowCount, width, 5f));

    private static float Forward<TActivation>(float gate, float up, float limit, float alpha, float upOffset)
        where TActivation : struct, IActivation
    {
        float[] gateUp = One(gate, up), h = new float[16];
        ClampedGatedUnit.Forward<TActivation>(ref gateUp[0], ref h[0], 1, 1, 32, 16, limit, alpha, upOffset);
        return h[0];
    }

    // Of h, whose gradient is 1, with limit 2 and offset 1.
    private static (float Gate, float Up) Backward(float gate, float up)
    {
        float[] gateUp = One(gate, up), dh = [1f, .. new float[15]], gradients = new float[32];
        ClampedGatedUnit.Backward<IdentityActivation>(ref gateUp[0], ref dh[0], ref gradients[0], 1, 1, 32, 16, 2f, 1f, 1f);
        return (gradients[0], gradients[16]);
    }

    private static float[] One(float gate, float up) => [gate, .. new float[15], up, .. new float[15]];

    private sealed class BothWays(int width) : ILaneCase<float[]>
    {
        public float[] Run<TLanes>()
            where TLanes : struct, ILanes<TLanes>
        {
            int stride = Rows.Stride(width);
            float[] gateUp = GateUp(width), h = new float[RowCount * stride], gradients = new float[gateUp.Length];
            ClampedGatedUnit.Forward<SiLUActivation, TLanes>(ref gateUp[0], ref h[0], RowCount, width, 2 * stride, stride, Limit, Alpha, UpOffset);
            ClampedGatedUnit.Backward<SiLUActivation, TLanes>(ref gateUp[0], ref h[0], ref gradients[0], RowCount, width, 2 * stride, stride, Limit, Alpha, UpOffset);
            return [.. h, .. gradients];
        }
    }
}
