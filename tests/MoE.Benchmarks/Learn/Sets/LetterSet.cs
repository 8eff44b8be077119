using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Data;
using MoE.Benchmarks.Learn.Models;

namespace MoE.Benchmarks.Learn.Sets;

/// <summary>uci-letter: which capital letter, by sixteen numbers of its picture.</summary>
internal sealed record LetterSet() : LearnSetOf<Letter>(
    "uci-letter",
    Metric.Accuracy,
    new SearchGrid(new FitOptions { BatchSize = 64, Schedule = LearningRateSchedule.Cosine }, [0.005, 0.01], [20, 40]),
    [
        new JointContestant<LetterSparseStrong, Letter>(Role.Mixture),
        new JointContestant<LetterSparseMild, Letter>(Role.Mixture),
        new TwoStageContestant<LetterSparseMild, Letter>(Role.TwoStageMixture),
        new TwoStageContestant<LetterSoft, Letter>(Role.TwoStageMixture),
        new JointContestant<LetterSameActiveMild, Letter>(Role.SameActiveSize),
        new JointContestant<LetterSameActiveStrong, Letter>(Role.SameActiveSize),
        new JointContestant<LetterSameTotalMild, Letter>(Role.SameTotalSize),
        new JointContestant<LetterSameTotalStrong, Letter>(Role.SameTotalSize),
        new ForestContestant<LetterForest, Letter>(),
        new JointContestant<LetterForestsAndNetworks, Letter>(Role.ForestsAndNetworks),
        new TwoStageContestant<LetterForestsAndNetworks, Letter>(Role.ForestsAndNetworks),
    ],
    [new("logistic regression", 0.7736), new("forest, depth 10", 0.8615), new("gradient-boosted trees", 0.9595)])
{
    private const int Every = 5;
    private const int Columns = 17;

    /// <summary>Features of a row.</summary>
    public const int Width = 16;

    /// <inheritdoc/>
    public override LearnPart<Letter> ForSearch(DirectoryInfo data, CancellationToken cancellation)
    {
        Holdout<string[]> holdout = Holdout<string[]>.ByRow(TsvFile.Read(TrainPath(data), Columns), Every);
        return PartOf(holdout.Fit, holdout.Measured);
    }

    /// <inheritdoc/>
    public override LearnPart<Letter> ForTest(DirectoryInfo data, CancellationToken cancellation) =>
        PartOf(TsvFile.Read(TrainPath(data), Columns), TsvFile.Read(TestPath(data), Columns));

    private static LearnPart<Letter> PartOf(IReadOnlyList<string[]> fit, IReadOnlyList<string[]> measured)
    {
        var standardization = new Standardization([.. fit.Select(Numbers)]);
        return new(RowsOf(fit, standardization), RowsOf(measured, standardization));
    }

    private static LearnRows<Letter> RowsOf(IReadOnlyList<string[]> lines, Standardization standardization) =>
        LearnRows<Letter>.Of([.. lines.Select(line => standardization.Of(Numbers(line)).ToArray())], lines.Select(line => (Letter)(line[0][0] - 'A')));

    private static double[] Numbers(string[] line) => TsvFile.Numbers(line.AsSpan(1));
}
