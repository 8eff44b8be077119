using System;
using System.Linq;
using MoE.Training;
using Shouldly;
using Xunit;

namespace MoE.Tests.Training;

public sealed class RowSplitTests
{
    [Theory]
    [InlineData(100, 0, 0)]
    [InlineData(100, 0.25, 25)]
    [InlineData(2, 0.01, 1)]
    [InlineData(2, 0.9999999999999999, 1)]
    public void EveryRowIsOnOneSide(int rows, double fraction, int validation)
    {
        RowSplit split = RowSplit.Of(rows, new FitOptions { ValidationFraction = fraction });

        split.Validation.Length.ShouldBe(validation);
        split.Training.Concat(split.Validation).Order().ShouldBe(Enumerable.Range(0, rows));
        split.Training.ShouldBeInOrder();
    }

    [Fact]
    public void TheSeedDecides()
    {
        int[] first = RowSplit.Of(100, new FitOptions { ValidationFraction = 0.25, Seed = 1 }).Validation;

        RowSplit.Of(100, new FitOptions { ValidationFraction = 0.25, Seed = 1 }).Validation.ShouldBe(first);
        RowSplit.Of(100, new FitOptions { ValidationFraction = 0.25, Seed = 2 }).Validation.ShouldNotBe(first);
    }

    [Fact]
    public void EveryOrderOfThreeIsEquallyLikely()
    {
        int[] counts = new int[27];
        for (int epoch = 0; epoch < 6000; epoch++)
        {
            int[] rows = [0, 1, 2];
            RowShuffle.Shuffle(rows, seed: 7, stream: epoch);
            counts[rows[0] * 9 + rows[1] * 3 + rows[2]]++;
        }

        // Standard deviation 29.
        counts.Where(count => count > 0).ToArray().ShouldSatisfyAllConditions(
            orders => orders.Length.ShouldBe(6),
            orders => orders.ShouldAllBe(count => Math.Abs(count - 1000) < 120));
    }
}
