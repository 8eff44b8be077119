using System.Linq;
using Shouldly;
using Xunit;

namespace MoE.Tests.Statistics;

/// <summary>What is counted, and what is said where nothing is known.</summary>
public class RoutingStatisticsTests
{
    // The distribution of the logits 2, 1, 0, -1.
    private static readonly float[] _probabilities = [0.6439142599f, 0.2368828181f, 0.0871443187f, 0.0320586033f];

    [Fact]
    public void Dropped_assignments_are_no_choices()
    {
        RoutingStatistics statistics = RoutingStatistics.Of([0, -1, 1, 0, -1, -1, 2, 0], 2, 3);
        statistics.Rows.ShouldBe(4);
        statistics.ExpertCounts.ShouldBe([3L, 1, 1]);
        statistics.Utilization.ShouldBe([0.6, 0.2, 0.2]);
        statistics.DroppedShare.ShouldBe(3.0 / 8);
    }

    [Fact]
    public void Dropped_assignments_have_no_class() =>
        RoutingStatistics.Of([0, -1, -1], 1, 2, [1, 0, 0], 2).ExpertClass.ShouldBe([1, -1]);

    [Theory]
    [InlineData(2, 0.25, 0, 0, 0, 1)]
    [InlineData(4, 3, 0, 0, 0, 0)]
    [InlineData(4, 0, 0, 1, 2, 3)]
    public void Load_cv_squared_is_the_populations(int expertCount, double expected, params int[] experts) =>
        RoutingStatistics.Of(experts, 1, expertCount).LoadCvSquared.ShouldBe(expected, 1e-12);

    [Fact]
    public void Router_entropy_and_margin_are_means_over_rows()
    {
        RoutingStatistics statistics = RoutingStatistics.Of([0, 3], [1f, 1f], [.. _probabilities, 0, 0, 0, 1], 1, 4, [], 0);
        statistics.RouterEntropy.ShouldBe(0.947537 / 2, 1e-6);
        statistics.RouterMargin.ShouldBe((0.643914 - 0.236883 + 1) / 2, 1e-6);
    }

    [Fact]
    public void The_margin_does_not_depend_on_the_order()
    {
        foreach (float[] row in new[] { [0.5f, 0.2f, 0.3f], [0.2f, 0.3f, 0.5f], new[] { 0.3f, 0.5f, 0.2f } })
            RoutingStatistics.Of([0], [1f], row, 1, 3, [], 0).RouterMargin.ShouldBe(0.2, 1e-7);
    }

    [Fact]
    public void Rows_with_weights_that_are_not_numbers_do_not_count()
    {
        RoutingStatistics statistics = RoutingStatistics.Of([0, 1, 1, 0], [float.NaN, float.NaN, 0.5f, 0.5f], [float.NaN, float.NaN, 0.25f, 0.75f], 2, 2, [1, 0], 2);
        statistics.Rows.ShouldBe(1);
        statistics.ExpertCounts.ShouldBe([1L, 1]);
        statistics.ExpertClass.ShouldBe([0, 0]);
        statistics.RouterMargin.ShouldBe(0.5);
    }

    [Fact]
    public void Without_labels_and_probabilities_what_needs_them_is_not_a_number()
    {
        RoutingStatistics statistics = RoutingStatistics.Of([0, 1], 1, 2);
        new[]
        {
            statistics.RouterEntropy, statistics.RouterMargin, statistics.ClassEntropy, statistics.ConditionalClassEntropy,
            statistics.SpecializationIndex, statistics.MutualInformation, statistics.NormalizedMutualInformation,
        }.ShouldAllBe(value => double.IsNaN(value));
        statistics.ExpertClassEntropy.ShouldBeEmpty();
        statistics.ExpertClass.ShouldBeEmpty();
    }

    [Fact]
    public void No_rows()
    {
        RoutingStatistics statistics = RoutingStatistics.Of([], 2, 3, [], 2);
        statistics.Rows.ShouldBe(0);
        statistics.ExpertCounts.ShouldBe([0L, 0, 0]);
        statistics.DeadExperts.ShouldBe([0, 1, 2]);
        statistics.ActiveFraction.ShouldBe(0);
        statistics.ExpertClass.ShouldBe([-1, -1, -1]);
        statistics.Utilization.Append(statistics.DroppedShare).Append(statistics.MaxViolation).Append(statistics.EffectiveExperts).Append(statistics.ClassEntropy)
            .ShouldAllBe(value => double.IsNaN(value));
    }

    [Fact]
    public void A_router_that_always_chooses_one_expert_tells_nothing_of_the_class()
    {
        RoutingStatistics statistics = RoutingStatistics.Of([2, 2, 2, 2], 1, 4, [0, 1, 0, 1], 2);
        statistics.EffectiveExperts.ShouldBe(1);
        statistics.MaxViolation.ShouldBe(3);
        statistics.SpecializationIndex.ShouldBe(0);
        statistics.NormalizedMutualInformation.ShouldBe(0);
    }

    [Fact]
    public void Experts_that_see_one_class_each_are_specialists()
    {
        RoutingStatistics statistics = RoutingStatistics.Of([1, 1, 0, 0], 1, 2, [0, 0, 1, 1], 2);
        statistics.SpecializationIndex.ShouldBe(1);
        statistics.NormalizedMutualInformation.ShouldBe(1);
        statistics.ExpertClass.ShouldBe([1, 0]);
    }

    [Theory]
    [InlineData(8, 2, 0.5, 1.6)]
    [InlineData(8, 8, 0.5, 1)]
    [InlineData(8, 2, 1, 4)]
    [InlineData(8, 2, 0, 1)]
    public void Speedup(int experts, int topK, double fraction, double expected) =>
        SpeedupEstimate.Of(experts, topK, fraction).ShouldBe(expected, 1e-15);
}
