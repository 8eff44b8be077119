using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Data;
using MoE.Benchmarks.Learn.Models;
using ErrorTriage;
using ErrorTriage.Features;

namespace MoE.Benchmarks.Learn.Sets;

/// <summary>rustc-errors: what a compiler error is about, by its label and source line. Rows are those of samples/ErrorTriage; errors of one test of the compiler are held out together.</summary>
internal sealed record RustcErrorsSet() : LearnSetOf<ErrorCategory>(
    "rustc-errors",
    Metric.Accuracy,
    new SearchGrid(new FitOptions { BatchSize = 64, Schedule = LearningRateSchedule.Cosine }, [0.005, 0.01], [5, 10]),
    [
        new JointContestant<RustcErrorsSparseStrong, ErrorCategory>(Role.Mixture),
        new JointContestant<RustcErrorsSparseMild, ErrorCategory>(Role.Mixture),
        new TwoStageContestant<RustcErrorsSparseMild, ErrorCategory>(Role.TwoStageMixture),
        new TwoStageContestant<RustcErrorsSoft, ErrorCategory>(Role.TwoStageMixture),
        new JointContestant<RustcErrorsSameActiveMild, ErrorCategory>(Role.SameActiveSize),
        new JointContestant<RustcErrorsSameActiveStrong, ErrorCategory>(Role.SameActiveSize),
        new JointContestant<RustcErrorsSameTotalMild, ErrorCategory>(Role.SameTotalSize),
        new JointContestant<RustcErrorsSameTotalStrong, ErrorCategory>(Role.SameTotalSize),
        new ForestContestant<RustcErrorsForest, ErrorCategory>(),
        new JointContestant<RustcErrorsForestsAndNetworks, ErrorCategory>(Role.ForestsAndNetworks),
        new TwoStageContestant<RustcErrorsForestsAndNetworks, ErrorCategory>(Role.ForestsAndNetworks),
    ],
    [new("logistic regression", 0.8855), new("forest, depth 10", 0.7539)])
{
    private const int Every = 5;
    private const int Columns = 7;
    private const int FileColumn = 5;

    /// <inheritdoc/>
    public override LearnPart<ErrorCategory> ForSearch(DirectoryInfo data, CancellationToken cancellation)
    {
        IEnumerable<string> tests = TsvFile.Read(TrainPath(data), Columns).Select(line => Path.GetFileName(line[FileColumn]).Split('.')[0]);
        (RustcError Error, string Test)[] errors = [.. RustcErrors.Read(TrainPath(data)).Zip(tests)];
        var holdout = Holdout<(RustcError Error, string Test)>.ByGroup(errors, error => error.Test, Every);
        return new(RowsOf(holdout.Fit.Select(error => error.Error)), RowsOf(holdout.Measured.Select(error => error.Error)));
    }

    /// <inheritdoc/>
    public override LearnPart<ErrorCategory> ForTest(DirectoryInfo data, CancellationToken cancellation) =>
        new(RowsOf(RustcErrors.Read(TrainPath(data))), RowsOf(RustcErrors.Read(TestPath(data))));

    private static LearnRows<ErrorCategory> RowsOf(IEnumerable<RustcError> errors)
    {
        RustcError[] all = [.. errors];
        return new(new HashingFeaturizer(FeatureSet.Snippet).Featurize(all), [.. all.Select(error => error.Category)]);
    }
}
