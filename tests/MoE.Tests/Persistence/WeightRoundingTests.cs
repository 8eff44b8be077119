using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using MoE.Numerics;
using MoE.Persistence;
using Shouldly;
using Xunit;

namespace MoE.Tests.Persistence;

/// <summary>Rounding of weights, for any weights.</summary>
public class WeightRoundingTests
{
    // Any magnitude, all of one sign, equal ones, zeros among them.
    private static readonly Arbitrary<float[]> _blocks = (
        from length in Gen.Choose(1, 32)
        from seed in Gen.Choose(0, int.MaxValue)
        from exponent in Gen.Choose(-120, 127)
        from shift in Gen.Elements(0.0, 1.0, -1.0, 0.3, 50.0)
        from zeros in Gen.Choose(0, 3)
        select Block(length, seed, exponent, shift, zeros)).ToArbitrary();

    [Fact]
    public void Int8_is_within_half_a_step_and_rounding_again_changes_nothing() => Prop.ForAll(_blocks, weights => Holds(weights, isInt4: false)).QuickCheckThrowOnFailure();

    [Fact]
    public void Int4_is_within_a_step_and_rounding_again_changes_nothing() => Prop.ForAll(_blocks, weights => Holds(weights, isInt4: true)).QuickCheckThrowOnFailure();

    // Beyond it the nearest is infinity; of subnormal numbers there are fewer bits.
    private const float LargestHalf = 3.3895314e38f;
    private const double HalfOfLeastStep = 4.6e-41;

    [Fact]
    public void BFloat16_is_the_nearest_and_rounding_again_changes_nothing() => Prop.ForAll(_blocks, weights =>
        weights.Where(weight => Math.Abs(weight) <= LargestHalf).All(weight =>
        {
            float rounded = WideBFloat16.Of(WideBFloat16.Round(weight));
            return WideBFloat16.Of(WideBFloat16.Round(rounded)) == rounded && Math.Abs(rounded - (double)weight) <= Math.Max(Math.Abs(weight) / 256, HalfOfLeastStep);
        })).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1.00390625f, 1f)]
    [InlineData(1.01171875f, 1.015625f)]
    [InlineData(-3.4028235e38f, float.NegativeInfinity)]
    [InlineData(float.NaN, float.NaN)]
    public void BFloat16_takes_the_even_one_of_two_neighbours(float weight, float expected) => WideBFloat16.Of(WideBFloat16.Round(weight)).ShouldBe(expected);

    [Fact]
    public void A_wrong_step_would_be_found() => Error([1f, 0.5f], [127, 60], new BlockScale(WideBFloat16.Round(1f / 127), 0)).ShouldBeGreaterThan(1f / 127 / 2);

    private static bool Holds(float[] weights, bool isInt4)
    {
        sbyte[] codes = new sbyte[weights.Length], again = new sbyte[weights.Length];
        BlockScale scale = isInt4 ? Int4Codes.Round(weights, codes) : Int8Codes.Round(weights, codes);
        float[] rounded = new float[weights.Length];
        scale.Widen(codes, rounded);
        BlockScale second = isInt4 ? Int4Codes.Round(rounded, again) : Int8Codes.Round(rounded, again);
        bool inRange = codes.All(code => isInt4 ? code is >= 0 and <= 15 : code >= -127);
        double most = scale.IsNothing ? 2e-36 : (isInt4 ? 1.1 : 0.51) * scale.Value;
        return inRange && rounded.All(float.IsFinite) && second == scale && again.SequenceEqual(codes) && Error(weights, codes, scale) <= most;
    }

    private static double Error(float[] weights, sbyte[] codes, BlockScale scale)
    {
        float[] rounded = new float[weights.Length];
        scale.Widen(codes, rounded);
        return weights.Zip(rounded, (left, right) => Math.Abs((double)left - right)).Max();
    }

    private static float[] Block(int length, int seed, int exponent, double shift, int zeros)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, length).Select(i => i < zeros ? 0 : (float)Math.Clamp(Math.ScaleB((2 * random.NextDouble()) - 1 + shift, exponent), -float.MaxValue, float.MaxValue))];
    }
}
