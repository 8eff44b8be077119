using System.Threading.Tasks;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class HierarchyCycleTests
{
    [Fact]
    public Task AModelInItself() => Diagnose.Finds(
        "[MixtureOfExperts(4, 2), FeedForwardExpert, Expert<{|MOE0108:Model|}>] partial class Model;",
        "'Model' leads back to where it is an expert: Model -> Model");

    [Fact]
    public Task TwoInEachOther() => Diagnose.Finds(
        """
        [MixtureOfExperts(4, 2), FeedForwardExpert, Expert<{|MOE0108:Inner|}>] partial class Outer;
        [MixtureOfExperts(4, 2), FeedForwardExpert, Expert<{|MOE0108:Outer|}>] partial class Inner;
        """,
        "'Inner' leads back to where it is an expert: Outer -> Inner -> Outer",
        "'Outer' leads back to where it is an expert: Inner -> Outer -> Inner");

    [Fact]
    public Task BelowAnother() => Diagnose.Finds(
        """
        [MixtureOfExperts(4, 2), FeedForwardExpert, Expert<{|MOE0108:Middle|}>] partial class Outer;
        [MixtureOfExperts(4, 2), FeedForwardExpert, Expert<{|MOE0108:Inner|}>] partial class Middle;
        [MixtureOfExperts(4, 2), FeedForwardExpert, Expert<{|MOE0108:Middle|}>] partial class Inner;
        """,
        "'Middle' leads back to where it is an expert: Middle -> Inner -> Middle",
        "'Inner' leads back to where it is an expert: Middle -> Inner -> Middle",
        "'Middle' leads back to where it is an expert: Inner -> Middle -> Inner");

    [Fact]
    public Task TheSameModelTwiceIsNoCircle() => Diagnose.FindsNothing(
        """
        [MixtureOfExperts(4, 2), Expert<Inner>(Count = 2), Expert<Middle>] partial class Outer;
        [MixtureOfExperts(4, 2), FeedForwardExpert, Expert<Inner>] partial class Middle;
        [MixtureOfExperts(4, 2), FeedForwardExpert(Count = 2)] partial class Inner;
        """);
}
