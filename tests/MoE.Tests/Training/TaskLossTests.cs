using System;
using System.Linq;
using MoE.Training;
using Shouldly;
using Xunit;

namespace MoE.Tests.Training;

public sealed class TaskLossTests
{
    private const int Stride = 4;
    private const int Width = 3;

    private static readonly int[] Rows = [2, 0];
    private static readonly int[] Labels = [1, 0, 2];
    private static readonly float[] Targets = [0.5f, -1, 2, 9, 9, 9, 1, 0, -3];

    // The fourth column is padding.
    private static readonly float[] Outputs = [1, 2, -0.5f, 7, 0.25f, -3, 30, 7];

    [Fact]
    public void MeanSquaredIsTheMeanOverAllElements()
    {
        float[] gradient = new float[8];
        double[] losses = new double[2];

        TaskLoss.MeanSquared(ref Outputs[0], ref gradient[0], Stride, Width, Targets, Rows, 2, losses);

        losses.ShouldBe([(0 + 4 + 2.5 * 2.5) / 3, (0.0625 + 4 + 28 * 28) / 3]);
        TaskLoss.Mean(losses).ShouldBe((4 + 6.25 + 0.0625 + 4 + 784) / 6, 1e-12);
        double[] errors = [0, 2, 2.5, 0, -0.25, -2, 28, 0];
        gradient.ShouldBe(errors.Select(error => (float)(error * 2 / 6)), tolerance: 1e-6);
    }

    [Fact]
    public void CrossEntropyIsMinusLogSoftmaxOfTheLabel()
    {
        float[] gradient = new float[8];
        double[] losses = new double[2];

        TaskLoss.CrossEntropy(ref Outputs[0], ref gradient[0], Stride, Width, Labels, Rows, 2, losses);

        for (int i = 0; i < 2; i++)
        {
            double sum = Enumerable.Range(0, Width).Sum(c => Math.Exp(Outputs[i * Stride + c]));
            int label = Labels[Rows[i]];
            losses[i].ShouldBe(Math.Log(sum) - Outputs[i * Stride + label], 1e-6);
            for (int c = 0; c < Width; c++)
            {
                double expected = (Math.Exp(Outputs[i * Stride + c]) / sum - (c == label ? 1 : 0)) / 2;
                ((double)gradient[i * Stride + c]).ShouldBe(expected, 1e-7);
            }

            gradient[i * Stride + Width].ShouldBe(0);
        }
    }

    [Fact]
    public void LargeLogitsStayFinite()
    {
        float[] outputs = [1e30f, -1e30f, 0];
        double[] losses = new double[1];

        TaskLoss.CrossEntropy(ref outputs[0], ref outputs[0], 3, 3, [1], [0], 1, losses);

        losses[0].ShouldBe(2e30, 1e24);
        outputs.ShouldBe([1, -1, 0]);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void ANonFiniteOutputIsANonFiniteLoss(float planted)
    {
        float[] outputs = [0, planted, 0];
        double[] losses = new double[1];

        TaskLoss.CrossEntropy(ref outputs[0], ref outputs[0], 3, 3, [0], [0], 1, losses);

        double.IsFinite(losses[0]).ShouldBeFalse();
    }

    [Fact]
    public void APartOfABatchHasTheBitsOfTheWhole()
    {
        float[] whole = new float[8];
        float[] parts = new float[8];
        double[] wholeLosses = new double[2];
        double[] partLosses = new double[2];

        TaskLoss.CrossEntropy(ref Outputs[0], ref whole[0], Stride, Width, Labels, Rows, 2, wholeLosses);
        for (int i = 0; i < 2; i++)
        {
            TaskLoss.CrossEntropy(
                ref Outputs[i * Stride], ref parts[i * Stride], Stride, Width, Labels, Rows.AsSpan(i, 1), 2, partLosses.AsSpan(i));
        }

        parts.ShouldBe(whole);
        partLosses.ShouldBe(wholeLosses);
    }
}
