using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class NoMixtureLayerTests
{
    [Theory]
    [InlineData("Backbone(8, 6, MixtureEvery = {|MOE0133:7|})", 7, 6)]
    [InlineData("Backbone(8, 6, MixtureEvery = {|MOE0133:0|})", 0, 6)]
    [InlineData("Backbone(8, 6, MixtureEvery = {|MOE0133:-1|})", -1, 6)]
    [InlineData("{|MOE0133:Backbone(8, 1)|}", 2, 1)]
    public Task Triggers(string backbone, int every, int layers) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2), {backbone}, MambaMixer, FeedForwardExpert(8, Count = 2)] partial class Model;",
        $"MixtureEvery is {every}, but must be from 1 to the number of layers, {layers}: else no layer has the mixture");

    [Theory]
    [InlineData("Backbone(8, 6, MixtureEvery = 6)")]
    [InlineData("Backbone(8, 6, MixtureEvery = 4)")]
    [InlineData("Backbone(8, 1, MixtureEvery = 1)")]
    [InlineData("Backbone(8, 2)")]
    public Task DoesNotTrigger(string backbone) => Diagnose.FindsNothing(
        $"[MixtureOfExperts(4, 2), {backbone}, MambaMixer, FeedForwardExpert(8, Count = 2)] partial class Model;");

    [Fact]
    public async Task TheFixTakesTheLastLayer()
    {
        const string Source = "[MixtureOfExperts(4, 2), Backbone(8, 6, MixtureEvery = /* so */ 9), MambaMixer, FeedForwardExpert(8, Count = 2)] public partial class Model;";
        (await FixOf.All("MOE0133", Source)).ShouldBe(Source.Replace("9", "6"));
    }

    [Theory]
    [InlineData("8, 6, MixtureEvery = 0")]
    [InlineData("8, 1")]
    public async Task WhatWasMeantIsNotGuessed(string backbone) =>
        (await FixOf.First("MOE0133", ("Model.cs", $"[MixtureOfExperts(4, 2), Backbone({backbone}), MambaMixer, FeedForwardExpert] public partial class Model;"))).ShouldBeNull();
}
