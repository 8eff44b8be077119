using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Data;
using MoE.Benchmarks.Learn.Models;

namespace MoE.Benchmarks.Learn.Sets;

/// <summary>covertype-15k: what grows on a patch of forest.</summary>
internal sealed record CovertypeSet() : LearnSetOf<CoverType>(
    "covertype-15k",
    Metric.Accuracy,
    new SearchGrid(new FitOptions { BatchSize = 64, Schedule = LearningRateSchedule.Cosine }, [0.005, 0.01], [20, 40]),
    [
        new JointContestant<CovertypeSparseStrong, CoverType>(Role.Mixture),
        new JointContestant<CovertypeSparseMild, CoverType>(Role.Mixture),
        new TwoStageContestant<CovertypeSparseMild, CoverType>(Role.TwoStageMixture),
        new TwoStageContestant<CovertypeSoft, CoverType>(Role.TwoStageMixture),
        new JointContestant<CovertypeSameActiveMild, CoverType>(Role.SameActiveSize),
        new JointContestant<CovertypeSameActiveStrong, CoverType>(Role.SameActiveSize),
        new JointContestant<CovertypeSameTotalMild, CoverType>(Role.SameTotalSize),
        new JointContestant<CovertypeSameTotalStrong, CoverType>(Role.SameTotalSize),
        new ForestContestant<CovertypeForest, CoverType>(),
        new JointContestant<CovertypeForestsAndNetworks, CoverType>(Role.ForestsAndNetworks),
        new TwoStageContestant<CovertypeForestsAndNetworks, CoverType>(Role.ForestsAndNetworks),
    ],
    [new("logistic regression", 0.7152), new("forest, depth 10", 0.7982), new("gradient-boosted trees", 0.8456)])
{
    private const int Every = 5;
    private const int Columns = 13;

    /// <inheritdoc/>
    public override LearnPart<CoverType> ForSearch(DirectoryInfo data, CancellationToken cancellation)
    {
        Holdout<string[]> holdout = Holdout<string[]>.ByRow(TsvFile.Read(TrainPath(data), Columns), Every);
        return PartOf(holdout.Fit, holdout.Measured);
    }

    /// <inheritdoc/>
    public override LearnPart<CoverType> ForTest(DirectoryInfo data, CancellationToken cancellation) =>
        PartOf(TsvFile.Read(TrainPath(data), Columns), TsvFile.Read(TestPath(data), Columns));

    private static LearnPart<CoverType> PartOf(IReadOnlyList<string[]> fit, IReadOnlyList<string[]> measured)
    {
        var features = new CovertypeFeatures(fit);
        return new(RowsOf(fit, features), RowsOf(measured, features));
    }

    private static LearnRows<CoverType> RowsOf(IReadOnlyList<string[]> lines, CovertypeFeatures features) =>
        LearnRows<CoverType>.Of([.. lines.Select(features.Of)], lines.Select(line => (CoverType)(TsvFile.Whole(line[0]) - 1)));
}
