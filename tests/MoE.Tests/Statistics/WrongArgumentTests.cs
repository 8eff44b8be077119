using System;
using Shouldly;
using Xunit;

namespace MoE.Tests.Statistics;

/// <summary>What does not fit is refused, and the message says what was expected and what came.</summary>
public class WrongArgumentTests
{
    [Fact]
    public void Expert_count() => Refused("expertCount must be at least 1, but is 0.", () => RoutingStatistics.Of([], 1, 0));

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Top_k(int topK) => Refused($"topK must be from 1 to expertCount, 3, but is {topK}.", () => RoutingStatistics.Of([], topK, 3));

    [Fact]
    public void Class_count() => Refused("classCount must be at least 0, but is -1.", () => RoutingStatistics.Of([0], 1, 3, [0], -1));

    [Fact]
    public void Part_of_a_row() => Refused("experts must hold topK, 2, indices for each row, but holds 3.", () => RoutingStatistics.Of([0, 1, 2], 2, 3));

    [Theory]
    [InlineData(-2)]
    [InlineData(3)]
    public void Expert(int expert) => Refused($"experts must be from -1 to 2, but experts[1] is {expert}.", () => RoutingStatistics.Of([0, expert], 2, 3));

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void Class(int label) => Refused($"classes must be from 0 to 1, but classes[1] is {label}.", () => RoutingStatistics.Of([0, 1], 1, 3, [0, label], 2));

    [Fact]
    public void Too_few_classes() => Refused("classes must hold 2 values, 1 for each of 2 rows, but holds 1.", () => RoutingStatistics.Of([0, 1], 1, 3, [0], 2));

    [Fact]
    public void No_classes_but_a_count() => Refused("classes must hold 2 values, 1 for each of 2 rows, but holds 0.", () => RoutingStatistics.Of([0, 1], 1, 3, [], 2));

    [Fact]
    public void Classes_but_no_count() => Refused("classes must hold 0 values, 0 for each of 2 rows, but holds 2.", () => RoutingStatistics.Of([0, 1], 1, 3, [0, 0]));

    [Fact]
    public void Weights() => Refused("weights must hold 4 values, 2 for each of 2 rows, but holds 2.", () => RoutingStatistics.Of([0, 1, 0, 1], [1f, 1f], [], 2, 3, [], 0));

    [Fact]
    public void Probabilities() => Refused("probabilities must hold 6 values, 3 for each of 2 rows, but holds 1.", () => RoutingStatistics.Of([0, 1], [], [1f], 1, 3, [], 0));

    [Fact]
    public void Merging_other_experts() =>
        Refused("other must be statistics of 3 experts, but is of 2.", () => RoutingStatistics.Of([], 1, 3).Merge(RoutingStatistics.Of([], 1, 2)));

    [Fact]
    public void Merging_other_classes() =>
        Refused("other must be statistics of 2 classes, but is of 0.", () => RoutingStatistics.Of([], 1, 3, [], 2).Merge(RoutingStatistics.Of([], 1, 3)));

    [Fact]
    public void Merging_nothing() => Should.Throw<ArgumentNullException>(() => RoutingStatistics.Of([], 1, 3).Merge(null!));

    [Fact]
    public void Speedup_of_no_experts() => Refused("experts must be at least 1, but is 0.", () => SpeedupEstimate.Of(0, 1));

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public void Speedup_of_another_top_k(int topK) => Refused($"topK must be from 1 to experts, 8, but is {topK}.", () => SpeedupEstimate.Of(8, topK));

    [Theory]
    [InlineData(-0.5, "-0.5")]
    [InlineData(1.5, "1.5")]
    [InlineData(double.NaN, "NaN")]
    public void Speedup_of_another_fraction(double fraction, string printed) =>
        Refused($"fraction must be from 0 to 1, but is {printed}.", () => SpeedupEstimate.Of(8, 2, fraction));

    private static void Refused(string message, Func<object> call)
    {
        ArgumentException exception = Should.Throw<ArgumentException>(call);
        exception.Message.ShouldBe($"{message} (Parameter '{exception.ParamName}')");
        exception.ParamName.ShouldBe(message[..message.IndexOf(' ')]);
    }
}
