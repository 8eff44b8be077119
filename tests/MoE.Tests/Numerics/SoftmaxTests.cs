using System;
using System.Linq;
using MoE.Numerics;
using Shouldly;
using Xunit;

namespace MoE.Tests;

public class SoftmaxTests
{
    private const int RowCount = 3;

    public static TheoryData<int> Widths => new(Rows.Widths);

    [Theory]
    [MemberData(nameof(Widths))]
    public void Forward_is_the_softmax_of_each_row(int width)
    {
        int stride = Rows.Stride(width);
        float[] x = Rows.Random(1, RowCount, width, 20f, float.PositiveInfinity), y = new float[x.Length];
        Softmax.Forward(ref x[0], ref y[0], RowCount, width, stride);
        Rows.ShouldBeClose(y, width, (row, column) => Math.Exp(x[row * stride + column]) / Total(x, row, width), 3e-7);
        Rows.PaddingShouldBeZero(y, width);

        for (int row = 0; row < RowCount; row++)
            ((double)Softmax.LogSumExp(ref x[row * stride], width)).ShouldBe(Math.Log(Total(x, row, width)), 3e-6);

        float[] dense = Dense(x, width);
        Softmax.InPlace(dense, width);
        Legs.Bits(dense).ShouldBe(Legs.Bits(Dense(y, width)), "dense rows");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Every_width_gives_the_same_bits(int width) => Legs.ShouldAgree(new BothForms(width));

    [Fact]
    public void Large_logits_neither_overflow_nor_vanish()
    {
        float[] x = [1e30f, 1e30f, -1e30f];
        Softmax.InPlace(x, 3);
        x.ShouldBe([0.5f, 0.5f, 0f]);
    }

    [Fact]
    public void Minus_infinity_has_no_share()
    {
        float[] x = [1f, float.NegativeInfinity, 1f];
        Softmax.InPlace(x, 3);
        x.ShouldBe([0.5f, 0f, 0.5f]);
    }

    [Fact]
    public void A_row_with_NaN_is_NaN_and_others_are_not()
    {
        float[] x = [1f, 1f, float.NaN, 1f, float.NaN, float.NaN, 2f, 2f];
        Softmax.InPlace(x, 2);
        x.ShouldBe([0.5f, 0.5f, float.NaN, float.NaN, float.NaN, float.NaN, 0.5f, 0.5f]);
    }

    private static double Total(float[] x, int row, int width) =>
        x.Skip(row * Rows.Stride(width)).Take(width).Sum(value => Math.Exp(value));

    private static float[] Dense(float[] x, int width) => x.Chunk(Rows.Stride(width)).SelectMany(row => row[..width]).ToArray();

    private sealed class BothForms(int width) : ILaneCase<float[]>
    {
        public float[] Run<TLanes>()
            where TLanes : struct, ILanes<TLanes>
        {
            float[] x = Rows.Random(2, RowCount, width, 10f), dense = Dense(x, width), y = new float[x.Length];
            Softmax.Forward<TLanes>(ref x[0], ref y[0], RowCount, width, Rows.Stride(width));
            Softmax.InPlace<TLanes>(dense, width);
            return [.. y, .. dense];
        }
    }
}
