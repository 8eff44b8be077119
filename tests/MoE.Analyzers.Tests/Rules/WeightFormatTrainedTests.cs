using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests;

/// <summary>MOE0119: weights in fewer bits than training needs.</summary>
public sealed class WeightFormatTrainedTests
{
    [Theory]
    [InlineData("BFloat16")]
    [InlineData("Int8")]
    [InlineData("Int4")]
    public Task ATrainedModelOfFewerBits(string format) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2, TopK = 2, WeightFormat = {{|MOE0119:WeightFormat.{format}|}}), FeedForwardExpert(8, Count = 3), Training] partial class Model;",
        $"'Model' has [Training], whose steps are lost in {format} weights: train a Float32 model and load its file into one of this format");

    [Theory]
    [InlineData("[MixtureOfExperts(4, 2, TopK = 2, WeightFormat = WeightFormat.Float32), FeedForwardExpert(8, Count = 3), Training] partial class Model;")]
    [InlineData("[MixtureOfExperts(4, 2, TopK = 2, WeightFormat = WeightFormat.Int8), FeedForwardExpert(8, Count = 3)] partial class Model;")]
    [InlineData("[MixtureOfExperts(4, 2, TopK = 2, WeightFormat = WeightFormat.Int4), RandomForestExpert(8, Count = 3)] partial class Model;")]
    [InlineData("[MixtureOfExperts(4, 2), FeedForwardExpert, Expert<Inner>] partial class Model; [MixtureOfExperts(4, 2, WeightFormat = WeightFormat.Int8), FeedForwardExpert(Count = 2)] partial class Inner;")]
    public Task WhatIsRight(string source) => Diagnose.FindsNothing(source);

    [Fact]
    public async Task FixKeepsFloat32()
    {
        const string Source = "using MoE;\n[MixtureOfExperts(4, 2, TopK = 2, WeightFormat = /* small */ WeightFormat.Int8), FeedForwardExpert(8, Count = 3), Training] partial class Model;";
        (await FixOf.All("MOE0119", Source)).ShouldBe(Source.Replace("WeightFormat.Int8", "WeightFormat.Float32"));
    }

    [Fact]
    public async Task AConstantOfTheUsersIsLeftAlone()
    {
        const string Source = "using MoE;\n[MixtureOfExperts(4, 2, TopK = 2, WeightFormat = Settings.Weights), FeedForwardExpert(8, Count = 3), Training] partial class Model;\nstatic class Settings { public const WeightFormat Weights = WeightFormat.Int8; }";
        (await FixOf.First("MOE0119", ("Model.cs", Source))).ShouldBeNull();
    }
}
