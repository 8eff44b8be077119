using System;
using System.Linq;
using MoE.Numerics;
using Shouldly;
using Xunit;

namespace MoE.Tests;

public class RmsNormTests
{
    private const int RowCount = 3;
    private const float Epsilon = 1e-3f;

    public static TheoryData<int> Widths => new(Rows.Widths);

    [Theory]
    [MemberData(nameof(Widths))]
    public void Forward_normalizes_each_row(int width)
    {
        (float[] x, float[] weight, _) = Problem(width, float.NaN);
        float[] y = new float[x.Length];
        int stride = Rows.Stride(width);
        RmsNorm.Forward(ref x[0], ref weight[0], ref y[0], RowCount, width, stride, Epsilon);
        Rows.ShouldBeClose(y, width, (row, column) => Y(Row(x, row, width), weight)[column], 3e-6);
        Rows.PaddingShouldBeZero(y, width);
        RmsNorm.Forward(ref x[0], ref weight[0], ref x[0], RowCount, width, stride, Epsilon);
        Legs.Bits(x).ShouldBe(Legs.Bits(y), "in place");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Backward_is_the_slope_of_the_weighted_outputs(int width)
    {
        (float[] x, float[] weight, float[] dy) = Problem(width, float.NaN);
        float[] dx = new float[x.Length], dWeight = Rows.Random(8, 1, width), before = [.. dWeight];
        int stride = Rows.Stride(width);
        RmsNorm.Backward(ref x[0], ref weight[0], ref dy[0], ref dx[0], ref dWeight[0], RowCount, width, stride, Epsilon);
        Rows.ShouldBeClose(dx, width, (row, column) => Slope(Row(x, row, width), weight, Row(dy, row, width), column), 1e-5);
        Rows.ShouldBeClose(dWeight, width, (_, column) => before[column] + Enumerable.Range(0, RowCount).Sum(row => Row(dy, row, width)[column] * Y(Row(x, row, width), weight)[column] / weight[column]), 1e-5);
        Rows.PaddingShouldBeZero(dx, width);
        Rows.PaddingShouldBeZero(dWeight, width);
        RmsNorm.Backward(ref x[0], ref weight[0], ref dy[0], ref dy[0], ref dWeight[0], RowCount, width, stride, Epsilon);
        Legs.Bits(dy).ShouldBe(Legs.Bits(dx), "in place");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Every_width_gives_the_same_bits(int width) => Legs.ShouldAgree(new BothWays(width));

    [Fact]
    public void A_forgotten_term_of_the_gradient_would_be_found()
    {
        (float[] x, float[] weight, float[] dy) = Problem(17, 0);
        Should.Throw<ShouldAssertException>(() => Rows.ShouldBeClose(dy, 17, (row, column) => Slope(Row(x, row, 17), weight, Row(dy, row, 17), column), 1e-5));
    }

    private static (float[] X, float[] Weight, float[] Dy) Problem(int width, float padding) =>
        (Rows.Random(1, RowCount, width, 3f, padding), Rows.Random(2, 1, width, 2f, padding), Rows.Random(4, RowCount, width, 1f, padding));

    private static double[] Row(float[] values, int row, int width) => [.. values.Skip(row * Rows.Stride(width)).Take(width).Select(value => (double)value)];

    private static double[] Y(double[] x, float[] weight)
    {
        double scale = 1 / Math.Sqrt(x.Average(value => value * value) + Epsilon);
        return [.. x.Select((value, column) => value * scale * weight[column])];
    }

    private static double Slope(double[] x, float[] weight, double[] dy, int column)
    {
        return (Objective(1e-6) - Objective(-1e-6)) / 2e-6;

        double Objective(double step)
        {
            double[] moved = [.. x];
            moved[column] += step;
            return Y(moved, weight).Zip(dy, (y, gradient) => y * gradient).Sum();
        }
    }

    private sealed class BothWays(int width) : ILaneCase<float[]>
    {
        public float[] Run<TLanes>()
            where TLanes : struct, ILanes<TLanes>
        {
            (float[] x, float[] weight, float[] dy) = Problem(width, 0);
            int stride = Rows.Stride(width);
            float[] y = new float[x.Length], dx = new float[x.Length], dWeight = new float[stride];
            RmsNorm.Forward<TLanes>(ref x[0], ref weight[0], ref y[0], RowCount, width, stride, Epsilon);
            RmsNorm.Backward<TLanes>(ref x[0], ref weight[0], ref dy[0], ref dx[0], ref dWeight[0], RowCount, width, stride, Epsilon);
            return [.. y, .. dx, .. dWeight];
        }
    }
}
