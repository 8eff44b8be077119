using System;
using MoE.Numerics;
using MoE.Training;
using Shouldly;
using Xunit;

namespace MoE.Tests.Training;

public sealed class FixedLogTests
{
    [Fact]
    public void IsWithinThreeUnitsInTheLastPlace()
    {
        Xoshiro256 random = new(3);
        for (int i = 0; i < 200_000; i++)
        {
            // Any exponent, then close to 1, where relative precision is hardest.
            double x = BitConverter.UInt64BitsToDouble((random.Next() % (2046ul << 52)) + (1ul << 52));
            if (i % 2 == 0) x = 1 + (random.Next() >> 11) * Math.ScaleB(1, -53 - i % 40);
            double expected = Math.Log(x);
            Math.Abs(FixedLog.Of(x) - expected).ShouldBeLessThanOrEqualTo(3 * (Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected)));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.Epsilon)]
    public void AnythingElseIsNaN(double x) => FixedLog.Of(x).ShouldBe(double.NaN);
}
