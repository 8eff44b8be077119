using System;
using System.Linq;
using System.Runtime.Intrinsics.Arm;
using MoE.Tests.Bits;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Sparse;

/// <summary>Where products underflow, whole rows and sparse ones could differ in the sign of a zero.</summary>
public class SparseZeroTests
{
    // Without a fused multiply-add a product that underflows is a zero before it is added, and no sum of zeros ends below zero.
    private static readonly bool _fuses = InstructionSet.Current != "portable (Vector128)" || AdvSimd.IsSupported;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Outputs_have_the_sign_of_whole_rows(int seed)
    {
        Random random = new(seed);
        SparseShort model = Tiny<SparseShort>(random);
        SparseData data = SparseData.Of(200, 20, (_, _) => random.Next(4) == 0 ? null : Sign(random) * 1e-30f);
        float[] expected = new float[200 * 2], actual = new float[200 * 2];
        for (int expert = 0; expert < 3; expert++)
        {
            model.PredictExpert(expert, data.Whole, expected);
            model.PredictExpert(expert, data.Sparse, actual);
            actual.ShouldBeTheBits(expected, $"expert {expert}");
        }
        SparseLines lines = Tiny<SparseLines>(random);
        data = SparseData.Of(200, 128, (_, _) => random.Next(50) == 0 ? null : -1e-30f);
        lines.PredictExpert(0, data.Whole, expected);
        lines.PredictExpert(0, data.Sparse, actual);
        actual.ShouldBeTheBits(expected, "dots");
        if (_fuses)
            expected.Concat(actual).ShouldContain(value => value == 0 && float.IsNegative(value), "else nothing was tried");
    }

    [Fact]
    public void Gradients_have_the_sign_of_whole_rows()
    {
        Random random = new(8);
        SparseLines model = SparseLines.Create(1);
        SparseShort panels = SparseShort.Create(1);
        Same(model, SparseData.Of(50, 128, (_, _) => random.Next(3) == 0 ? Sign(random) * 1e-44f : null), random);
        Same(panels, SparseData.Of(50, 20, (_, _) => random.Next(3) == 0 ? Sign(random) * 1e-44f : null), random).ShouldBe(_fuses, "else nothing was tried");
    }

    private static bool Same<T>(T model, SparseData data, Random random)
        where T : ISparseRegressor<T>
    {
        float[] targets = [.. Enumerable.Range(0, data.Rows * T.OutputSize).Select(_ => Sign(random) * 0.1f)];
        Gradients expected = model.CreateGradients(), actual = model.CreateGradients();
        model.ComputeGradients(data.Whole, targets, expected);
        model.ComputeGradients(data.Sparse, targets, actual);
        bool hasMinusZero = false;
        foreach (TensorInfo tensor in T.Parameters)
        {
            float[] whole = new float[tensor.Shape.Aggregate(1, (product, size) => product * size)], sparse = new float[whole.Length];
            expected.Get(tensor.Name, whole);
            actual.Get(tensor.Name, sparse);
            sparse.ShouldBeTheBits(whole, tensor.Name);
            hasMinusZero |= whole.Any(value => value == 0 && float.IsNegative(value));
        }
        return hasMinusZero;
    }

    private static T Tiny<T>(Random random)
        where T : ISparseRegressor<T>
    {
        T model = T.Create(1);
        foreach (TensorInfo tensor in T.Parameters)
        {
            int count = tensor.Shape.Aggregate(1, (product, size) => product * size);
            bool isBias = tensor.Shape.Length == 1;
            model.SetParameter(tensor.Name, [.. Enumerable.Range(0, count).Select(_ => isBias ? -0f : Math.Abs(Sign(random)) * 1e-30f)]);
        }
        return model;
    }

    private static float Sign(Random random) => random.Next(2) == 0 ? 1 : -1;
}
