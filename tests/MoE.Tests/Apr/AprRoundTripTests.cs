using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using MoE.Persistence.Apr;
using Shouldly;
using Xunit;

namespace MoE.Tests.Apr;

public class AprRoundTripTests
{
    public static TheoryData<int> EachKind => [.. Enumerable.Range(0, AprSamples.Kinds.Length)];

    [Theory]
    [MemberData(nameof(EachKind))]
    public void Experts_of_one_kind(int kind) => Hold(random => [.. Enumerable.Repeat(AprSamples.Kinds[kind], random.Next(1, 5))]);

    [Fact]
    public void Experts_of_several_kinds() =>
        Hold(random => [.. Enumerable.Range(0, random.Next(1, 7)).Select(_ => AprSamples.Kinds[random.Next(AprSamples.Kinds.Length)])]);

    [Theory]
    [InlineData("0.11.0")]
    [InlineData("0.30.1")]
    [InlineData("0.65.2")]
    [InlineData("")]
    public void Whatever_version_is_named(string version)
    {
        AprMixture mixture = AprSamples.Random(new Random(3), [AprRandomForestClassifier.Kind, AprRandomForestClassifier.Kind]);
        AprDescription.Of(AprFile.Read(AprSamples.Write(mixture, version), AprSamples.KindsOf(mixture))).ShouldBe(AprDescription.Of(mixture));
    }

    [Fact]
    public void A_property_that_does_not_hold_is_seen() =>
        Should.Throw<Exception>(() => Hold(random => random.Next(10) == 0 ? [] : [AprRidge.Kind]));

    private static void Hold(Func<Random, AprExpertKind[]> kinds) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            Random random = new(seed);
            AprMixture mixture = AprSamples.Random(random, kinds(random));
            string expected = AprDescription.Of(mixture);
            AprExpertKind[] read = AprSamples.KindsOf(mixture);
            AprDescription.Of(AprFile.Read(AprSamples.Write(mixture), read)).ShouldBe(expected);
            AprDescription.Of(AprFile.Read(AprSamples.WriteBincode(mixture), read)).ShouldBe(expected);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
}
