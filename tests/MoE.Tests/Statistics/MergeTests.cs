using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace MoE.Tests.Statistics;

/// <summary>Parts, merged, say what the whole says.</summary>
public class MergeTests
{
    private const int Experts = 5;
    private const int Classes = 3;
    private const int TopK = 2;

    private static readonly Gen<Row> _row =
        from experts in Gen.Choose(-1, Experts - 1).ArrayOf(TopK)
        from label in Gen.Choose(0, Classes - 1)
        from isFinite in Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false)))
        from logits in Gen.Choose(1, 100).ArrayOf(Experts)
        select new Row(experts, label, isFinite, [.. logits.Select(value => (float)value / logits.Sum())]);

    [Fact]
    public void Parts_make_the_whole() =>
        Hold(parts => parts.Select(Of).Aggregate((left, right) => left.Merge(right)), parts => Of([.. parts.SelectMany(part => part)]));

    [Fact]
    public void Order_and_brackets_do_not_matter() =>
        Hold(parts => Of(parts[0]).Merge(Of(parts[1]).Merge(Of(parts[2]))), parts => Of(parts[2]).Merge(Of(parts[0])).Merge(Of(parts[1])));

    [Fact]
    public void Rows_without_probabilities_do_not_count_in_the_routers_means()
    {
        RoutingStatistics sure = RoutingStatistics.Of([0], [1f], [0.75f, 0.25f], 1, 2, [], 0);
        RoutingStatistics merged = sure.Merge(RoutingStatistics.Of([1, 1, 1], 1, 2));
        merged.Rows.ShouldBe(4);
        merged.RouterMargin.ShouldBe(0.5);
        merged.RouterEntropy.ShouldBe(sure.RouterEntropy);
    }

    [Fact]
    public void Neither_part_changes()
    {
        RoutingStatistics left = RoutingStatistics.Of([0, 1], 1, 2);
        RoutingStatistics right = RoutingStatistics.Of([1], 1, 2);
        left.Merge(right).ExpertCounts.ShouldBe([1L, 2]);
        left.ExpertCounts.ShouldBe([1L, 1]);
        right.ExpertCounts.ShouldBe([0L, 1]);
    }

    private static void Hold(Func<Row[][], RoutingStatistics> merged, Func<Row[][], RoutingStatistics> whole) =>
        Prop.ForAll(_row.ArrayOf().ArrayOf(3).ToArbitrary(), parts => ShouldBeSame(merged(parts), whole(parts))).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static RoutingStatistics Of(Row[] rows) =>
        RoutingStatistics.Of(
            [.. rows.SelectMany(row => row.Experts)],
            [.. rows.SelectMany(row => Enumerable.Repeat(row.IsFinite ? 0.5f : float.NaN, TopK))],
            [.. rows.SelectMany(row => row.Probabilities)],
            TopK,
            Experts,
            [.. rows.Select(row => row.Label)],
            Classes);

    private static void ShouldBeSame(RoutingStatistics actual, RoutingStatistics expected)
    {
        actual.Rows.ShouldBe(expected.Rows);
        actual.ExpertCounts.ShouldBe(expected.ExpertCounts);
        actual.ExpertClassEntropy.ShouldBe(expected.ExpertClassEntropy);
        actual.ExpertClass.ShouldBe(expected.ExpertClass);
        actual.MutualInformation.ShouldBe(expected.MutualInformation);
        actual.LoadCvSquared.ShouldBe(expected.LoadCvSquared);
        actual.DroppedShare.ShouldBe(expected.DroppedShare);
        double.IsNaN(actual.RouterEntropy).ShouldBe(expected.Rows == 0);
        if (expected.Rows == 0)
            return;
        actual.RouterEntropy.ShouldBe(expected.RouterEntropy, 1e-12);
        actual.RouterMargin.ShouldBe(expected.RouterMargin, 1e-12);
    }

    private sealed record Row(int[] Experts, int Label, bool IsFinite, float[] Probabilities);
}
