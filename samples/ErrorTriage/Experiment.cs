using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
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

    /// <summary>Trains both models from each seed and reports.</summary>
    /// <returns>The mixture of the first seed; null if training was cancelled.</returns>
    public TriageMixture? Run(FeatureSet features)
    {
        ErrorTable train = ErrorTable.Of(_train, features);
        ErrorTable test = ErrorTable.Of(_test, features);
        List<TriageMixture> mixtures = [];
        List<SingleExpert> singles = [];
        TimeSpan mixtureTime = TimeSpan.Zero;
        TimeSpan singleTime = TimeSpan.Zero;
        List<ForestTriage> forests = [];
        TimeSpan forestTime = TimeSpan.Zero;
        foreach (ulong seed in TrainingOptions.Seeds)
        {
            TriageMixture mixture = TriageMixture.Create(seed);
            FitReport mixtureFit = TrainingDisplay.Run(
                $"mixture, seed {seed}",
                () => mixture.Evaluate(train.First(AccuracyRows), train.Categories.AsSpan(0, AccuracyRows)).Accuracy!.Value,
                progress => mixture.Fit(train.Sparse, train.Categories, Options(features, seed, progress)));
            if (mixtureFit.Outcome == FitOutcome.Cancelled) return null;

            SingleExpert single = SingleExpert.Create(seed);
            FitReport singleFit = TrainingDisplay.Run(
                $"single expert, seed {seed}",
                () => single.Evaluate(train.First(AccuracyRows), train.Categories.AsSpan(0, AccuracyRows)).Accuracy!.Value,
                progress => single.Fit(train.Sparse, train.Categories, Options(features, seed, progress)));
            if (singleFit.Outcome == FitOutcome.Cancelled) return null;

            ForestTriage forest = ForestTriage.Create(seed);
            FitReport forestFit = TrainingDisplay.Run(
                $"forests, then their router, seed {seed}",
                () => forest.Evaluate(Rows(train, AccuracyRows), train.Categories.AsSpan(0, AccuracyRows)).Accuracy!.Value,
                progress => ForestTraining.Fit(forest, train, Options(features, seed, progress)));
            if (forestFit.Outcome == FitOutcome.Cancelled) return null;

            forests.Add(forest);
            forestTime += forestFit.Elapsed;
            mixtures.Add(mixture);
            singles.Add(single);
            mixtureTime += mixtureFit.Elapsed;
            singleTime += singleFit.Elapsed;
        }

        TriageReport mixtureReport = new(
            "mixture", TriageMixture.ActiveParameterCount, mixtureTime, [.. mixtures.Select(model => model.Evaluate(test.Sparse, test.Categories))]);
        TriageReport singleReport = new(
            "single expert", SingleExpert.ActiveParameterCount, singleTime, [.. singles.Select(model => model.Evaluate(test.Sparse, test.Categories))]);
        TriageReport forestReport = new(
            "three forests", ForestTriage.ActiveParameterCount, forestTime, [.. forests.Select(model => model.Evaluate(test.Rows, test.Categories))]);
        Charts.ShowResults(Title(features), [mixtureReport, singleReport, forestReport]);
        Charts.ShowLead(mixtureReport, singleReport);
        Charts.ShowExperts(mixtures[0], test.Rows, test.Categories);
        return mixtures[0];
    }

    private FitOptions Options(FeatureSet features, ulong seed, IProgress<FitProgress> progress) =>
        TrainingOptions.For(features) with { Seed = seed, Progress = progress, CancellationToken = _cancellation };

    private static ReadOnlySpan<float> Rows(ErrorTable table, int count) => table.Rows.AsSpan(0, count * HashingFeaturizer.Size);

    private static string Title(FeatureSet features) => features == FeatureSet.Message ? "message, label and source line" : "label and source line alone";
}
