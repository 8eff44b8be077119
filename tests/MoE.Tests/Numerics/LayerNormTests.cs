using System;
using System.Linq;
using MoE.Numerics;
using Shouldly;
using Xunit;

namespace MoE.Tests;

public class LayerNormTests
{
    private const int RowCount = 3;

    public static TheoryData<int> Widths => new(Rows.Widths);

    [Theory]
    [MemberData(nameof(Widths))]
    public void Forward_normalizes_each_row(int width)
    {
        Problem problem = new(width, float.NaN);
        float[] y = new float[problem.X.Length];
        int stride = Rows.Stride(width);
        LayerNorm.Forward(ref problem.X[0], ref problem.Weight[0], ref problem.Bias[0], ref y[0], RowCount, width, stride);
        Rows.ShouldBeClose(y, width, (row, column) => problem.Y(problem.RowOf(problem.X, row))[column], 3e-6);
        Rows.PaddingShouldBeZero(y, width);
        LayerNorm.Forward(ref problem.X[0], ref problem.Weight[0], ref problem.Bias[0], ref problem.X[0], RowCount, width, stride);
        Legs.Bits(problem.X).ShouldBe(Legs.Bits(y), "in place");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Backward_is_the_slope_of_the_weighted_outputs(int width)
    {
        Problem problem = new(width, float.NaN);
        float[] dx = new float[problem.X.Length], dWeight = Rows.Random(8, 1, width), dBias = Rows.Random(9, 1, width);
        float[] oldWeight = dWeight.ToArray(), oldBias = dBias.ToArray();
        int stride = Rows.Stride(width);
        LayerNorm.Backward(ref problem.X[0], ref problem.Weight[0], ref problem.Dy[0], ref dx[0], ref dWeight[0], ref dBias[0], RowCount, width, stride);
        Rows.ShouldBeClose(dx, width, problem.SlopeOfInput, 1e-5);
        Rows.ShouldBeClose(dWeight, width, (_, column) => oldWeight[column] + problem.SlopeOfWeight(column), 1e-5);
        Rows.ShouldBeClose(dBias, width, (_, column) => oldBias[column] + Enumerable.Range(0, RowCount).Sum(row => (double)problem.Dy[row * stride + column]), 1e-5);
        Rows.PaddingShouldBeZero(dx, width);
        Rows.PaddingShouldBeZero(dWeight, width);
        Rows.PaddingShouldBeZero(dBias, width);

        oldWeight.CopyTo(dWeight, 0);
        LayerNorm.Backward(ref problem.X[0], ref problem.Weight[0], ref problem.Dy[0], ref problem.Dy[0], ref dWeight[0], ref dBias[0], RowCount, width, stride);
        Legs.Bits(problem.Dy).ShouldBe(Legs.Bits(dx), "in place");
    }

    [Fact]
    public void Another_epsilon_is_added_to_the_variance()
    {
        float[] x = new float[16], y = new float[16], weight = new float[16], bias = new float[16];
        (x[0], x[1], weight[0], weight[1]) = (1, -1, 1, 1);
        LayerNorm.Forward(ref x[0], ref weight[0], ref bias[0], ref y[0], 1, 2, 16, 3f);
        y[..2].ShouldBe([0.5f, -0.5f]);
        // dx = (g - mean(g) - n mean(g n)) / 2 with g = (1, 0) and n = (1/2, -1/2).
        float[] dx = new float[16], dy = new float[16];
        dy[0] = 1;
        LayerNorm.Backward(ref x[0], ref weight[0], ref dy[0], ref dx[0], ref weight[0], ref bias[0], 1, 2, 16, 3f);
        dx[..2].ShouldBe([0.1875f, -0.1875f]);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Every_width_gives_the_same_bits(int width) => Legs.ShouldAgree(new BothWays(width));

    [Fact]
    public void A_forgotten_term_of_the_gradient_would_be_found()
    {
        Problem problem = new(17, 0f);
        Should.Throw<ShouldAssertException>(() => Rows.ShouldBeClose(problem.Dy, 17, problem.SlopeOfInput, 1e-5));
    }

    private sealed class BothWays(int width) : ILaneCase<float[]>
    {
        public float[] Run<TLanes>()
            where TLanes : struct, ILanes<TLanes>
        {
            Problem problem = new(width, 0f);
            int stride = Rows.Stride(width);
            float[] y = new float[problem.X.Length], dx = new float[y.Length], dWeight = new float[stride], dBias = new float[stride];
            LayerNorm.Forward<TLanes>(ref problem.X[0], ref problem.Weight[0], ref problem.Bias[0], ref y[0], RowCount, width, stride);
            LayerNorm.Backward<TLanes>(ref problem.X[0], ref problem.Weight[0], ref problem.Dy[0], ref dx[0], ref dWeight[0], ref dBias[0], RowCount, width, stride);
            return [.. y, .. dx, .. dWeight, .. dBias];
        }
    }

    /// <summary>Inputs and gradients of some width, and the layer in double.</summary>
    private sealed class Problem(int width, float padding)
    {
        public float[] X { get; } = Rows.Random(1, RowCount, width, 3f, padding);

        public float[] Weight { get; } = Rows.Random(2, 1, width, 2f, padding);

        public float[] Bias { get; } = Rows.Random(3, 1, width, 2f, padding);

        public float[] Dy { get; } = Rows.Random(4, RowCount, width, 1f, padding);

        public double[] RowOf(float[] values, int row) =>
            values.Skip(row * Rows.Stride(width)).Take(width).Select(value => (double)value).ToArray();

        public double[] Y(double[] x) => Normal(x).Select((n, column) => n * Weight[column] + Bias[column]).ToArray();

        public double SlopeOfInput(int row, int column) => (Objective(row, column, 1e-6) - Objective(row, column, -1e-6)) / 2e-6;

        public double SlopeOfWeight(int column) =>
            Enumerable.Range(0, RowCount).Sum(row => RowOf(Dy, row)[column] * Normal(RowOf(X, row))[column]);

        private double Objective(int row, int column, double step)
        {
            double[] x = RowOf(X, row);
            x[column] += step;
            return Y(x).Zip(RowOf(Dy, row), (y, dy) => y * dy).Sum();
        }

        private static double[] Normal(double[] x)
        {
            double mean = x.Average();
            double deviation = Math.Sqrt(x.Average(value => (value - mean) * (value - mean)) + 1e-5);
            return x.Select(value => (value - mean) / deviation).ToArray();
        }
    }
}
