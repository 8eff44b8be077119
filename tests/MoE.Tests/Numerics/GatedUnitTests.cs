using System;
using MoE.Numerics;
using Shouldly;
using Xunit;

namespace MoE.Tests;

public class GatedUnitTests
{
    private const int RowCount = 3;

    public static TheoryData<int> Widths => new(Rows.Widths);

    [Theory]
    [MemberData(nameof(Widths))]
    public void Forward_gates(int width)
    {
        float[] gate = Rows.Random(1, RowCount, width, 4f, float.NaN), up = Rows.Random(2, RowCount, width, 4f, float.NaN);
        float[] gateUp = Rows.Interleave(gate, up);
        float[] h = new float[gate.Length];
        int stride = Rows.Stride(width);
        GatedUnit.Forward<SiLUActivation>(ref gateUp[0], ref h[0], RowCount, width, 2 * stride, stride);
        Rows.ShouldBeClose(h, width, (row, column) =>
            NumericsReference.Of(Activation.SiLU, gate[row * stride + column]) * up[row * stride + column], 1e-6);
        Rows.PaddingShouldBeZero(h, width);

        GatedUnit.Forward<SiLUActivation>(ref gateUp[0], ref gateUp[0], RowCount, width, 2 * stride, 2 * stride);
        for (int row = 0; row < RowCount; row++)
            Legs.Bits(gateUp[(2 * row * stride)..((2 * row + 1) * stride)]).ShouldBe(Legs.Bits(h[(row * stride)..((row + 1) * stride)]), "in place");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Backward_is_the_slope_of_both(int width)
    {
        float[] gate = Rows.Random(3, RowCount, width, 4f, float.NaN), up = Rows.Random(4, RowCount, width, 4f, float.NaN);
        float[] dh = Rows.Random(5, RowCount, width, 1f, float.NaN);
        int stride = Rows.Stride(width);
        float[] gateUp = Rows.Interleave(gate, up), result = new float[gateUp.Length];
        GatedUnit.Backward<GeluActivation>(ref gateUp[0], ref dh[0], ref result[0], RowCount, width, 2 * stride, stride);
        (float[] dGate, float[] dUp) = Rows.Split(result);
        Rows.ShouldBeClose(dGate, width, (row, column) =>
            (double)dh[row * stride + column] * up[row * stride + column] * NumericsReference.Slope(Activation.Gelu, gate[row * stride + column]), 1e-6);
        Rows.ShouldBeClose(dUp, width, (row, column) =>
            dh[row * stride + column] * NumericsReference.Of(Activation.Gelu, gate[row * stride + column]), 1e-6);
        Rows.PaddingShouldBeZero(dGate, width);
        Rows.PaddingShouldBeZero(dUp, width);

        // Exchanged halves would be found.
        Should.Throw<ShouldAssertException>(() => Rows.ShouldBeClose(dGate, width, (row, column) => dUp[row * stride + column], 1e-6));
        GatedUnit.Backward<GeluActivation>(ref gateUp[0], ref dh[0], ref gateUp[0], RowCount, width, 2 * stride, stride);
        Legs.Bits(gateUp).ShouldBe(Legs.Bits(result), "in place");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Every_width_gives_the_same_bits(int width) => Legs.ShouldAgree(new BothWays(width));

    private sealed class BothWays(int width) : ILaneCase<float[]>
    {
        public float[] Run<TLanes>()
            where TLanes : struct, ILanes<TLanes>
        {
            int stride = Rows.Stride(width);
            float[] gateUp = Rows.Interleave(Rows.Random(6, RowCount, width), Rows.Random(7, RowCount, width));
            float[] h = new float[RowCount * stride], gradients = new float[gateUp.Length];
            GatedUnit.Forward<GeluTanhActivation, TLanes>(ref gateUp[0], ref h[0], RowCount, width, 2 * stride, stride);
            GatedUnit.Backward<GeluTanhActivation, TLanes>(ref gateUp[0], ref h[0], ref gradients[0], RowCount, width, 2 * stride, stride);
            return [.. h, .. gradients];
        }
    }
}
