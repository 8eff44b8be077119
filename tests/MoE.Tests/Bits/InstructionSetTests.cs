using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.Intrinsics.Arm;
using MoE.Tests.Models;
using MoE.Tests.Processes;
using Shouldly;
using Xunit;

namespace MoE.Tests.Bits;

/// <summary>Law 1 across instruction sets: with fused multiply-add the same bits, without it the same values.</summary>
public class InstructionSetTests(LegResults legs) : IClassFixture<LegResults>
{
    private const string Portable = "portable (Vector128)";

    private static readonly string[] _computations =
        [.. Shapes.All.Concat(Shapes.Whole).Concat(Shapes.Grown).SelectMany(shape => new[] { "Predict", "Route", "Gradients", "Fit", "Trained" }.Select(what => $"{shape.Name} {what}"))];

    public static TheoryData<string> Computations => new(_computations);

    [Fact]
    public void The_legs_run_what_they_are_named_after()
    {
        new[] { "AVX-512", "AVX2", Portable }.ShouldContain(legs.BestName);
        legs.WithoutAvx512Name.ShouldBe(legs.BestName == Portable ? Portable : "AVX2");
        legs.WithoutAvx2Name.ShouldBe(Portable);
    }

    [Fact]
    public void Every_leg_computes_everything()
    {
        foreach (ModelResults leg in new[] { legs.Best, legs.WithoutAvx512, legs.WithoutAvx2 })
            leg.Values.Keys.ShouldBe(_computations, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Computations))]
    public void The_bits_are_those_of_AVX2(string computation) =>
        legs.Best.Values[computation].ShouldBeTheBits(legs.WithoutAvx512.Values[computation], $"{legs.BestName} and {legs.WithoutAvx512Name}");

    [Theory]
    [MemberData(nameof(Computations))]
    public void The_portable_leg_gives_the_values(string computation)
    {
        float[] actual = legs.WithoutAvx2.Values[computation], expected = legs.Best.Values[computation];
        actual.Length.ShouldBe(expected.Length);
        // AdamW divides by the gradient's size: what differs in a tiny gradient's last bits may differ in the step.
        double tolerance = computation.EndsWith("Fit", StringComparison.Ordinal) ? 5e-3 : 2e-5;
        Distance(actual, expected).ShouldBeLessThan(tolerance * (Length(expected) + 1));
    }

    /// <summary>This process may run on any leg: it has the bits of those that fuse, or of the one that does not.</summary>
    [Fact]
    public void This_process_has_the_bits_of_its_leg()
    {
        bool fuses = InstructionSet.Current != Portable || AdvSimd.IsSupported;
        SortedDictionary<string, float[]> expected = (fuses ? legs.Best : legs.WithoutAvx2).Values;
        foreach ((string computation, float[] values) in ModelResults.Compute().Values)
            values.ShouldBeTheBits(expected[computation], $"{computation} on {InstructionSet.Current}");
    }

    private static double Length(float[] values) => Math.Sqrt(values.Sum(value => (double)value * value));

    private static double Distance(float[] left, float[] right) =>
        Math.Sqrt(left.Zip(right, (x, y) => ((double)x - y) * ((double)x - y)).Sum());
}
