using System;
using System.Linq;
using MoE.Tests.Bits;
using Shouldly;
using Xunit;

namespace MoE.Tests.Sequences;

/// <summary>Law 1 across instruction sets.</summary>
public class SequenceLegTests(SequenceLegs legs) : IClassFixture<SequenceLegs>
{
    public static TheoryData<string> Computations => new(SequenceResults.Computations);

    [Theory]
    [MemberData(nameof(Computations))]
    public void The_bits_are_those_of_AVX2(string computation) =>
        legs.Best.Values[computation].ShouldBeTheBits(legs.WithoutAvx512.Values[computation], computation);

    [Theory]
    [MemberData(nameof(Computations))]
    public void The_portable_leg_gives_the_values(string computation)
    {
        float[] actual = legs.WithoutAvx2.Values[computation], expected = legs.Best.Values[computation];
        actual.Length.ShouldBe(expected.Length);
        double distance = Math.Sqrt(actual.Zip(expected, (left, right) => ((double)left - right) * ((double)left - right)).Sum());
        distance.ShouldBeLessThan(2e-5 * (Math.Sqrt(expected.Sum(value => (double)value * value)) + 1));
    }
}
