using System.Linq;
using System.Numerics;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Behaviour;

/// <summary>The hash over all sizes of numbers.</summary>
public class HashGatingTests
{
    [Theory]
    [InlineData(0f, 0)]
    [InlineData(0.001f, 1)]
    [InlineData(-0.0025f, 2)]
    public void Small_numbers(float value, int expert) => RouteOf(value).ShouldBe(expert);

    [Theory]
    [InlineData(16777217e3f)]
    [InlineData(1e20f)]
    [InlineData(float.MaxValue)]
    [InlineData(float.Epsilon)]
    public void Any_number(float value) => RouteOf(value).ShouldBe((int)(new BigInteger(System.Math.Floor(1000 * (double)value)) % 3));

    [Fact]
    public void The_weight_is_one_and_there_is_no_gate()
    {
        HashShape model = HashShape.Create(1);
        float[] weights = new float[1];
        model.Route(new float[17], new int[1], weights);
        weights.ShouldBe([1f]);
        HashShape.Parameters.ShouldAllBe(tensor => tensor.Name.StartsWith("experts."));
    }

    private static int RouteOf(float value)
    {
        int[] experts = new int[1];
        HashShape.Create(1).Route([.. Enumerable.Repeat(0f, 16), value], experts, new float[1]);
        return experts[0];
    }
}
