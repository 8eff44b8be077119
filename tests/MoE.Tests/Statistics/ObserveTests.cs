using System;
using System.Linq;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Statistics;

/// <summary>What a model says of its own routes.</summary>
public class ObserveTests
{
    [Fact]
    public void It_is_the_statistics_of_Route_whatever_the_number_of_rows()
    {
        const int Rows = 2500;
        TwoStage model = TwoStage.Create(2);
        float[] inputs = SampleData.Uniform(3, Rows * 6, 1);
        Side[] labels = [.. Enumerable.Range(0, Rows).Select(row => (Side)(row % 3))];
        int[] experts = new int[Rows * 2];
        model.Route(inputs, experts, new float[Rows * 2]);
        RoutingStatistics expected = RoutingStatistics.Of(experts, 2, 3, [.. labels.Select(label => (int)label)], 3);
        RoutingStatistics actual = model.Observe(inputs, labels);
        actual.Rows.ShouldBe(Rows);
        actual.ExpertCounts.ShouldBe(expected.ExpertCounts);
        actual.SpecializationIndex.ShouldBe(expected.SpecializationIndex, 1e-12);
        actual.RouterEntropy.ShouldBeInRange(0.1, Math.Log(3));
        actual.RouterMargin.ShouldBeInRange(0.01, 1);
        model.Observe(inputs).SpecializationIndex.ShouldBe(double.NaN);
    }

    [Fact]
    public void Dropped_assignments_and_bad_rows_are_told()
    {
        PassingThrough model = PassingThrough.Create(1);
        float[] inputs = SampleData.Uniform(3, 24 * 6, 1);
        inputs[0] = float.NaN;
        RoutingStatistics statistics = model.Observe(inputs, [.. Enumerable.Range(0, 24).Select(row => row % 2)], 2);
        statistics.Rows.ShouldBe(23);
        statistics.DroppedShare.ShouldBeGreaterThan(0);
        Should.Throw<ArgumentException>(() => model.Observe(inputs, [0, 1], 2));
    }

    [Fact]
    public void A_router_without_shares_has_no_entropy() =>
        Hashing.Create(1).Observe(SampleData.Uniform(3, 24 * 6, 1)).RouterEntropy.ShouldBe(double.NaN);
}
