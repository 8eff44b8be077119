using System;
using Shouldly;

namespace MoE.Tests.Bits;

/// <summary>Equality bit for bit, which tells -0 from 0 and takes NaN for itself.</summary>
internal static class BitsOf
{
    public static void ShouldBeTheBits(this ReadOnlySpan<float> actual, ReadOnlySpan<float> expected, string what)
    {
        actual.Length.ShouldBe(expected.Length, what);
        for (int index = 0; index < actual.Length; index++)
        {
            if (BitConverter.SingleToInt32Bits(actual[index]) != BitConverter.SingleToInt32Bits(expected[index]))
                throw new ShouldAssertException(FormattableString.Invariant($"{what}: value {index} of {actual.Length} is {actual[index]:R}, not {expected[index]:R}"));
        }
    }

    public static void ShouldBeTheBits(this float[] actual, float[] expected, string what) => ((ReadOnlySpan<float>)actual).ShouldBeTheBits(expected, what);
}
