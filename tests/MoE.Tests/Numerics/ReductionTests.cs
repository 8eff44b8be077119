using System;
using System.Linq;
using MoE.Numerics;
using Shouldly;
using Xunit;

namespace MoE.Tests;

public class ReductionTests
{
    public static TheoryData<int> Widths => new(Rows.Widths);

    [Theory]
    [MemberData(nameof(Widths))]
    public void Every_width_sums_in_the_one_tree(int width)
    {
        float[] a = Rows.Random(1, 1, width, 3f, float.NaN), b = Rows.Random(2, 1, width, 3f, float.NaN);
        float[] expected = [Tree(a, b, width), Tree(a, Enumerable.Repeat(1f, a.Length).ToArray(), width)];
        if (Legs.HasFma)
            Legs.Run(Legs.Narrowest, new Sums(a, b, width)).ShouldBe(expected);
        Legs.ShouldAgree(new Sums(a, b, width));
        Reduction.Dot(ref a[0], ref b[0], width).ShouldBe(Reduction.Run(new Product(ref a[0], ref b[0]), width));
        ((double)Reduction.Sum(ref a[0], width)).ShouldBe(a.Take(width).Sum(x => (double)x), 1e-4);
        ((double)Reduction.SumOfSquares(ref a[0], width)).ShouldBe(a.Take(width).Sum(x => (double)x * x), 1e-3);
    }

    [Fact]
    public void Another_order_would_be_found()
    {
        float[] a = Rows.Random(3, 1, 257), ones = Enumerable.Repeat(1f, a.Length).ToArray();
        float inOrder = a.Take(257).Aggregate(0f, (sum, x) => sum + x);
        Tree(a, ones, 257).ShouldNotBe(inOrder);
    }

    /// <summary>The tree as the documentation of <see cref="Reduction"/> tells it.</summary>
    private static float Tree(float[] a, float[] b, int width)
    {
        float[] lanes = new float[16];
        for (int i = 0; i < width; i++)
            lanes[i % 16] = MathF.FusedMultiplyAdd(a[i], b[i], lanes[i % 16]);
        for (int half = 8; half > 0; half /= 2)
        {
            for (int lane = 0; lane < half; lane++)
                lanes[lane] += lanes[lane + half];
        }

        return lanes[0];
    }

    private sealed class Sums(float[] a, float[] b, int width) : ILaneCase<float[]>
    {
        public float[] Run<TLanes>()
            where TLanes : struct, ILanes<TLanes> =>
            [
                Reduction.Run<TLanes, Product>(new Product(ref a[0], ref b[0]), width),
                Reduction.Run<TLanes, Values>(new Values(ref a[0]), width),
            ];
    }
}
