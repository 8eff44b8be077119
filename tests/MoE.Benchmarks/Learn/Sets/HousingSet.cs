using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Data;
using MoE.Benchmarks.Learn.Models;

namespace MoE.Benchmarks.Learn.Sets;

/// <summary>california-housing: what a house costs in a block of the census.</summary>
internal sealed record HousingSet() : LearnSetOf<float>(
    "california-housing",
    Metric.R2,
    new SearchGrid(new FitOptions { BatchSize = 64, Schedule = LearningRateSchedule.Cosine }, [0.001, 0.003], [10, 20]),
    [
        new JointContestant<HousingSparseStrong, float>(Role.Mixture),
        new JointContestant<HousingSparseMild, float>(Role.Mixture),
        new TwoStageContestant<HousingSparseMild, float>(Role.TwoStageMixture),
        new TwoStageContestant<HousingSoft, float>(Role.TwoStageMixture),
        new JointContestant<HousingSameActiveMild, float>(Role.SameActiveSize),
        new JointContestant<HousingSameActiveStrong, float>(Role.SameActiveSize),
        new JointContestant<HousingSameTotalMild, float>(Role.SameTotalSize),
        new JointContestant<HousingSameTotalStrong, float>(Role.SameTotalSize),
        new ForestContestant<HousingForest, float>(),
        new JointContestant<HousingForestsAndNetworks, float>(Role.ForestsAndNetworks),
        new TwoStageContestant<HousingForestsAndNetworks, float>(Role.ForestsAndNetworks),
    ],
    [new("linear regression", 0.6504), new("forest, depth 10", 0.7948), new("gradient-boosted trees", 0.8305)])
{
    private const int Every = 5;
    private const int Columns = 10;

    /// <inheritdoc/>
    public override LearnPart<float> ForSearch(DirectoryInfo data, CancellationToken cancellation)
    {
        Holdout<string[]> holdout = Holdout<string[]>.ByRow(TsvFile.Read(TrainPath(data), Columns), Every);
        return PartOf(holdout.Fit, holdout.Measured);
    }

    /// <inheritdoc/>
    public override LearnPart<float> ForTest(DirectoryInfo data, CancellationToken cancellation) =>
        PartOf(TsvFile.Read(TrainPath(data), Columns), TsvFile.Read(TestPath(data), Columns));

    private static LearnPart<float> PartOf(IReadOnlyList<string[]> fit, IReadOnlyList<string[]> measured)
    {
        var features = new HousingFeatures(fit);
        var price = new Standardization([.. fit.Select(Price)]);
        return new(RowsOf(fit, features, price), RowsOf(measured, features, price));
    }

    private static LearnRows<float> RowsOf(IReadOnlyList<string[]> lines, HousingFeatures features, Standardization price) =>
        LearnRows<float>.Of([.. lines.Select(features.Of)], lines.SelectMany(line => price.Of(Price(line))));

    private static double[] Price(string[] line) => TsvFile.Numbers(line.AsSpan(0, 1));
}
