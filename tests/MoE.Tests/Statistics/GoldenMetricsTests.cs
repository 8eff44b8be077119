using System;
using System.Collections.Generic;
using System.Linq;
using Shouldly;
using Xunit;

namespace MoE.Tests.Statistics;

/// <summary>Every number of the metrics' golden cases.</summary>
public class GoldenMetricsTests
{
    private static readonly Dictionary<string, Func<RoutingStatistics, double[]>> _members = new()
    {
        ["expert_counts"] = statistics => [.. statistics.ExpertCounts.Select(count => (double)count)],
        ["utilization"] = statistics => [.. statistics.Utilization],
        ["active_fraction"] = statistics => [statistics.ActiveFraction],
        ["dead_experts"] = statistics => [.. statistics.DeadExperts.Select(expert => (double)expert)],
        ["load_balance_variance"] = statistics => [statistics.LoadBalanceVariance],
        ["load_cv_squared"] = statistics => [statistics.LoadCvSquared],
        ["utilization_entropy"] = statistics => [statistics.UtilizationEntropy],
        ["utilization_entropy_normalised"] = statistics => [statistics.NormalizedUtilizationEntropy],
        ["effective_experts"] = statistics => [statistics.EffectiveExperts],
        ["fair_share_ratio"] = statistics => [.. statistics.FairShareRatio],
        ["max_violation"] = statistics => [statistics.MaxViolation],
        ["expert_class_entropy"] = statistics => [.. statistics.ExpertClassEntropy],
        ["class_entropy"] = statistics => [statistics.ClassEntropy],
        ["conditional_class_entropy"] = statistics => [statistics.ConditionalClassEntropy],
        ["specialization_index"] = statistics => [statistics.SpecializationIndex],
        ["mutual_information"] = statistics => [statistics.MutualInformation],
        ["normalised_mutual_information"] = statistics => [statistics.NormalizedMutualInformation],
        ["expert_class"] = statistics => [.. statistics.ExpertClass.Select(label => (double)label)],
    };

    [Theory]
    [InlineData("24_metrics")]
    [InlineData("24_metrics_example")]
    public void Every_member_is_what_the_case_expects(string folder)
    {
        MetricsCase golden = new(folder);
        golden.Names.Order().ShouldBe(_members.Keys.Order());
        foreach ((string name, Func<RoutingStatistics, double[]> member) in _members)
            golden.ShouldMatch(name, member(golden.Statistics));
    }

    [Theory]
    [InlineData("24_metrics")]
    [InlineData("24_metrics_example")]
    public void Nothing_is_dropped(string folder)
    {
        MetricsCase golden = new(folder);
        golden.Statistics.Rows.ShouldBe(golden.Labels.Length);
        golden.Statistics.DroppedShare.ShouldBe(0);
    }
}
