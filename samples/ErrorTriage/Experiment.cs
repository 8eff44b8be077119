using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using ErrorTriage.Display;
using ErrorTriage.Features;
using ErrorTriage.Models;
using MoE;

namespace ErrorTriage;

/// <summary>Trains the mixture and the single expert on the same rows in the same way, and measures both on the test part.</summary>
public sealed class Experiment
{
    private const int AccuracyRows = 1000;

    private readonly List<RustcError> _train;
    private readonly List<RustcError> _test;
    private readonly CancellationToken _cancellation;

    private Experiment(List<RustcError> train, List<RustcError> test, CancellationToken cancellation)
    {
        _train = train;
        _test = test;
        _cancellation = cancellation;
    }

    /// <summary>Reads the data that lies beside the program.</summary>
    public static Experiment ReadData(CancellationToken cancellation)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Data");
        return new Experiment(
            RustcErrors.Read(Path.Combine(folder, "train.tsv")), RustcErrors.Read(Path.Combine(folder, "test.tsv")), cancellation);
    }

    /// <summary>The test part's features, [errors x <see cref="HashingFeaturizer.Size"/>].</summary>
    public float[] TestRows(FeatureSet features) => new HashingFeaturizer(features).Featurize(_test);

    /// <summary>Trains and reports.</summary>
    /// <returns>The trained mixture; null if training was cancelled.</returns>
    public TriageMixture? Run(FeatureSet features)
    {
        ErrorTable train = ErrorTable.Of(_train, features);
        ErrorTable test = ErrorTable.Of(_test, features);

        TriageMixture mixture = TriageMixture.Create(TrainingOptions.Seed);
        FitReport mixtureFit = TrainingDisplay.Run(
            "mixture",
            () => mixture.Evaluate(Rows(train, AccuracyRows), train.Categories.AsSpan(0, AccuracyRows)).Accuracy!.Value,
            progress => mixture.Fit(train.Rows, train.Categories, Options(features, progress)));
        if (mixtureFit.Outcome == FitOutcome.Cancelled) return null;

        SingleExpert single = SingleExpert.Create(TrainingOptions.Seed);
        FitReport singleFit = TrainingDisplay.Run(
            "single expert",
            () => single.Evaluate(Rows(train, AccuracyRows), train.Categories.AsSpan(0, AccuracyRows)).Accuracy!.Value,
            progress => single.Fit(train.Rows, train.Categories, Options(features, progress)));
        if (singleFit.Outcome == FitOutcome.Cancelled) return null;

        TriageReport mixtureReport = new(
            "mixture", TriageMixture.ActiveParameterCount, mixtureFit, mixture.Evaluate(test.Rows, test.Categories));
        TriageReport singleReport = new(
            "single expert", SingleExpert.ActiveParameterCount, singleFit, single.Evaluate(test.Rows, test.Categories));
        Charts.ShowResults(Title(features), [mixtureReport, singleReport]);
        Charts.ShowLead(mixtureReport, singleReport, test.Categories.Length);
        Charts.ShowExperts(mixture, test.Rows, test.Categories);
        return mixture;
    }

    private FitOptions Options(FeatureSet features, IProgress<FitProgress> progress) =>
        TrainingOptions.For(features) with { Progress = progress, CancellationToken = _cancellation };

    private static ReadOnlySpan<float> Rows(ErrorTable table, int count) => table.Rows.AsSpan(0, count * HashingFeaturizer.Size);

    private static string Title(FeatureSet features) => features == FeatureSet.Message ? "message, label and source line" : "label and source line alone";
}
